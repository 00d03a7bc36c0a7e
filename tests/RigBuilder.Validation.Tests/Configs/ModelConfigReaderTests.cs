using RigBuilder.Domain.Models;
using RigBuilder.Validation.Configs;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Validation.Tests.Configs;

/// <summary>config.json files as model makers publish them, held to the catalog's entries of these models.</summary>
public sealed class ModelConfigReaderTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-config-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    // The values of the published files that make the shape.
    [TestCase("llama-3.1-8b", """{"model_type":"llama","num_hidden_layers":32,"hidden_size":4096,"num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,"vocab_size":128256,"max_position_embeddings":131072,"tie_word_embeddings":false}""")]
    [TestCase("qwen3-30b-a3b", """{"model_type":"qwen3_moe","num_hidden_layers":48,"hidden_size":2048,"num_attention_heads":32,"num_key_value_heads":4,"head_dim":128,"intermediate_size":6144,"moe_intermediate_size":768,"num_experts":128,"num_experts_per_tok":8,"decoder_sparse_step":1,"vocab_size":151936,"max_position_embeddings":40960,"tie_word_embeddings":false,"sliding_window":null,"use_sliding_window":false}""")]
    [TestCase("mixtral-8x7b", """{"model_type":"mixtral","num_hidden_layers":32,"hidden_size":4096,"num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,"num_local_experts":8,"num_experts_per_tok":2,"vocab_size":32000,"max_position_embeddings":32768,"sliding_window":null}""")]
    [TestCase("gemma-3-27b", """{"model_type":"gemma3","text_config":{"model_type":"gemma3_text","num_hidden_layers":62,"hidden_size":5376,"num_attention_heads":32,"num_key_value_heads":16,"head_dim":128,"intermediate_size":21504,"sliding_window":1024,"sliding_window_pattern":6,"vocab_size":262208,"max_position_embeddings":131072,"tie_word_embeddings":true},"vision_config":{"hidden_size":1152,"num_hidden_layers":27}}""")]
    [TestCase("deepseek-v3", """{"model_type":"deepseek_v3","num_hidden_layers":61,"hidden_size":7168,"num_attention_heads":128,"num_key_value_heads":128,"intermediate_size":18432,"moe_intermediate_size":2048,"n_routed_experts":256,"n_shared_experts":1,"num_experts_per_tok":8,"first_k_dense_replace":3,"kv_lora_rank":512,"q_lora_rank":1536,"qk_rope_head_dim":64,"qk_nope_head_dim":128,"v_head_dim":128,"vocab_size":129280,"max_position_embeddings":163840,"tie_word_embeddings":false}""")]
    [TestCase("qwen3-next-80b-a3b", """{"model_type":"qwen3_next","num_hidden_layers":48,"hidden_size":2048,"num_attention_heads":16,"num_key_value_heads":2,"head_dim":256,"intermediate_size":5120,"moe_intermediate_size":512,"shared_expert_intermediate_size":512,"num_experts":512,"num_experts_per_tok":10,"decoder_sparse_step":1,"full_attention_interval":4,"linear_conv_kernel_dim":4,"linear_key_head_dim":128,"linear_num_key_heads":16,"linear_num_value_heads":32,"linear_value_head_dim":128,"vocab_size":151936,"max_position_embeddings":262144,"tie_word_embeddings":false}""")]
    [TestCase("gpt-oss-20b", """{"model_type":"gpt_oss","num_hidden_layers":24,"hidden_size":2880,"num_attention_heads":64,"num_key_value_heads":8,"head_dim":64,"intermediate_size":2880,"num_local_experts":32,"num_experts_per_tok":4,"sliding_window":128,"layer_types":["sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention","sliding_attention","full_attention"],"vocab_size":201088,"max_position_embeddings":131072,"tie_word_embeddings":false}""")]
    public void Shape_OfAPublishedFile_IsTheCatalogs(string id, string json)
    {
        var model = Read(json).Value!;
        var known = Catalog.Models.Find(id)!;
        Assert.Multiple(() =>
        {
            Assert.That(model.Shape, Is.EqualTo(known.Shape));
            Assert.That(model.Architecture, Is.EqualTo(known.Architecture));
            Assert.That(model.Guessed, Is.False);
            Assert.That(model.TrainedContext, Is.EqualTo(known.TrainedContext));
            Assert.That(model.Parameters, Is.EqualTo(known.Parameters).Within(2).Percent);
            // Makers count one of the two vocabulary matrices or both.
            Assert.That(model.ActiveParameters, Is.EqualTo(known.ActiveParameters).Within(20).Percent);
        });
    }

    [Test]
    public void Keys_ThatAreMissing_AreNamedAtOnce()
    {
        var read = Read("""{"model_type":"llama","hidden_size":4096,"tie_word_embeddings":true}""");
        Assert.That(read.Diagnostics.Single().Code, Is.EqualTo("RB5111"));
        foreach (var key in new[] { "num_hidden_layers", "num_attention_heads", "vocab_size", "intermediate_size", "max_position_embeddings" })
            Assert.That(read.Diagnostics.Single().Message, Does.Contain(key));
        Assert.That(read.Diagnostics.Single().Message, Does.Not.Contain("hidden_size"));
    }

    [Test]
    public void ModelType_ThatNobodyKnows_IsAGuess() =>
        Assert.That(Read("""{"model_type":"wonder9","num_hidden_layers":32,"hidden_size":4096,"num_attention_heads":32,"intermediate_size":14336,"vocab_size":128256,"max_position_embeddings":4096}""").Value!.Guessed);

    [TestCase("", "RB5110")]
    [TestCase("{", "RB5110")]
    [TestCase("[]", "RB5110")]
    [TestCase("null", "RB5110")]
    [TestCase("""{"num_hidden_layers":"32","hidden_size":-1,"num_attention_heads":1e99,"vocab_size":0.5,"intermediate_size":{},"max_position_embeddings":true,"model_type":"llama"}""", "RB5112")]
    [TestCase("""{"model_type":"llama","num_hidden_layers":0,"hidden_size":4096,"num_attention_heads":32,"intermediate_size":14336,"vocab_size":128256,"max_position_embeddings":4096}""", "RB5112")]
    [TestCase("""{"model_type":"llama","num_hidden_layers":32,"hidden_size":1048576,"num_attention_heads":1048576,"head_dim":1048576,"intermediate_size":14336,"vocab_size":128256,"max_position_embeddings":4096}""", "RB5112")]
    [TestCase("""{"model_type":"t5","is_encoder_decoder":true}""", "RB5112")]
    public void File_ThatIsNoModels_IsRefused(string json, string code) => Assert.That(Read(json).Diagnostics.Select(d => d.Code), Is.All.EqualTo(code).And.Not.Empty);

    [Test]
    public void Syntax_ThatIsWrong_HasItsPlace()
    {
        var diagnostic = Read("{\n  \"hidden_size\": 4096 4096\n}").Diagnostics.Single();
        Assert.That(diagnostic.Location!.Line, Is.EqualTo(2));
        Assert.That(diagnostic.Location.Column, Is.GreaterThan(10));
    }

    [Test]
    public void Name_OfAConfig_IsItsFolders() =>
        Assert.That(Read("""{"model_type":"llama","num_hidden_layers":2,"hidden_size":64,"num_attention_heads":2,"intermediate_size":128,"vocab_size":100,"max_position_embeddings":4096}""").Value!.Name, Is.EqualTo(Path.GetFileName(_folder)));

    private static Domain.Catalogs.Catalog Catalog { get; } = new CatalogFolders(new DiskFiles()).Load(Shipped()).Catalog;

    private static string Shipped()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "catalog", "quants.yaml"))) at = at.Parent;
        return Path.Combine(at!.FullName, "catalog");
    }

    private Attempt<LlmModel> Read(string json)
    {
        var path = Path.Combine(_folder, "config.json");
        File.WriteAllText(path, json);
        return ModelConfigReader.Read(path);
    }
}

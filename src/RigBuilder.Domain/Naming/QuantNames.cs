using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;

namespace RigBuilder.Domain.Naming;

/// <summary>Finds quantisations as people write them. Formats that llama.cpp does not read are explained, never replaced by something near.</summary>
/// <param name="quants">What the catalog has.</param>
internal sealed partial class QuantNames(Shelf<Quant> quants)
{
    // What "Q4" means where nothing else is said: the usual type of that width.
    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["8"] = "Q8_0",
        ["6"] = "Q6_K",
        ["5"] = "Q5_K_M",
        ["4"] = "Q4_K_M",
        ["3"] = "Q3_K_M",
        ["2"] = "Q2_K",
    }.ToFrozenDictionary();

    /// <summary>The quantisation that a text names.</summary>
    public Resolution<Quant> Find(string text)
    {
        if (quants.Find(text) is { } exact) return Resolution<Quant>.Of(exact);
        if (QuantSpelling.Whole(text) is { } spelling) return Find(spelling);
        return Resolution<Quant>.None($"the catalog has no quant {NameText.Quoted(text)}", Likeness.To(Tokens(text), text, [.. quants.Items.Select(q => (q.Name, Tokens(q.Name)))]));
    }

    /// <summary>The quantisation of a spelling.</summary>
    public Resolution<Quant> Find(QuantSpelling spelling)
    {
        var name = spelling.Name;
        if (Foreign(spelling) is { } reason) return Resolution<Quant>.None(reason);
        if (spelling.Dynamic && quants.Find("UD-" + name) is { } dynamic) return Resolution<Quant>.Of(dynamic);
        if (quants.Find(name) is { } plain)
        {
            return spelling.Dynamic
                ? Resolution<Quant>.Of(plain, $"{spelling.Written}: Unsloth's mix of this name is taken for as large as {plain.Name}; its files differ from model to model, by 10 % from 4 bits on and 20 % below")
                : Resolution<Quant>.Of(plain);
        }

        if (Width().Match(name) is { Success: true } width && Usual.TryGetValue(width.Groups["bits"].Value, out var usual) && quants.Find(usual) is { } common)
            return Resolution<Quant>.Of(common, $"{spelling.Written}: {common.Name}, the usual type of this width, is meant");
        // bartowski's _L and _XL: the plain type with token embedding and output at Q8_0.
        if (name.EndsWith("_L", StringComparison.Ordinal) || name.EndsWith("_XL", StringComparison.Ordinal))
        {
            var stem = name[..name.LastIndexOf('_')];
            if ((quants.Find(stem) ?? quants.Find(stem + "_L") ?? quants.Find(stem + "_M")) is { } large)
                return Resolution<Quant>.Of(large, $"{spelling.Written}: counted as {large.Name}; its embedding and output matrices are Q8_0, so the file is a little larger");
        }

        return Resolution<Quant>.None($"the catalog has no quant {NameText.Quoted(spelling.Written)}", Likeness.To(Tokens(name), name, [.. quants.Items.Select(q => (q.Name, Tokens(q.Name)))]));
    }

    private static string? Foreign(QuantSpelling spelling)
    {
        var name = spelling.Name;
        if (Bits().IsMatch(name)) return $"{NameText.Quoted(spelling.Written)} says how many bits a weight has and no type; write a type of llama.cpp such as Q4_K_M, IQ4_XS or Q4_0";
        if (RepackedForArm().IsMatch(name)) return $"{NameText.Quoted(spelling.Written)} is a repacked Q4_0 of 2024 that llama.cpp no longer loads; write Q4_0";
        if (IkOnly().IsMatch(name)) return $"{NameText.Quoted(spelling.Written)} is a type of ik_llama.cpp or a publisher's own mix, which llama.cpp does not know; write a type of llama.cpp such as IQ4_XS, or give the file (--gguf)";
        if (OtherEngines().IsMatch(name))
            return $"{NameText.Quoted(spelling.Written)} is a format of vLLM, MLX, ExLlama or Transformers, not of llama.cpp, and its size follows other rules; write a type of llama.cpp such as Q4_K_M or Q8_0";
        return null;
    }

    private static ImmutableArray<string> Tokens(string text) => NameTokens.OfPart(text);

    [GeneratedRegex(@"^Q(?<bits>\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Width();

    [GeneratedRegex(@"^\d_?BITS?$|BPW$", RegexOptions.CultureInvariant)]
    private static partial Regex Bits();

    [GeneratedRegex(@"^Q4_0_[48]_[48]$", RegexOptions.CultureInvariant)]
    private static partial Regex RepackedForArm();

    [GeneratedRegex(@"^(IQ\d_K(SS|S|L|T)?|IQ\d_K_[A-Z]+|P(TQ|Q)\d_0|Q\d_K_P)$", RegexOptions.CultureInvariant)]
    private static partial Regex IkOnly();

    [GeneratedRegex(@"^(AWQ|GPTQ|EXL|W\dA|HQQ|AQLM|AUTOROUND|INT\d|BNB|NF4|MLX|FP8|NVFP4|MXFP[68])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherEngines();
}

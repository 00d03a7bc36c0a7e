using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Catalogs;

/// <summary>One full entry of every kind, with every key.</summary>
internal static class SampleCatalog
{
    public const string Gpus = """
        gpus:
          - id: rtx-3090
            name: NVIDIA GeForce RTX 3090
            aliases: [GeForce RTX 3090, RTX 3090]
            vendor: nvidia
            segment: desktop
            architecture: ampere
            compute_capability: "8.6"
            backends: [cuda, vulkan]
            vram: 24 GiB
            bandwidth: 936.2 GB/s
            fp16: 142 TFLOP/s
            fp16_basis: tensor dense, FP16 accumulate = 4x FP32
            fp32: 35.6 TFLOP/s
            matrix_units: tensor-cores
            board_power: 350 W
            transient_factor: 1.8x
            pcie: { gen: 4, lanes: 16 }
            slots: 2.5
            length: 313 mm
            connectors: [{ type: pcie-8-pin, count: 2 }, { type: 12v-2x6 }]
            cooling: blower
            unified_memory: false
            integrated: false
            price: { amount: 1500.50 USD, as_of: 2025-07, condition: used }
            released: 2020
            source: NVIDIA
            note: |
              Two lines
              are fine.
          - { id: rx-7900-xtx, name: AMD Radeon RX 7900 XTX, vendor: amd, architecture: rdna-3, vram: 24 GiB, bandwidth: 960 GB/s, price: 899 USD }
        """;

    public const string Cpus = """
        cpus:
          - { id: ryzen-9-5900x, name: AMD Ryzen 9 5900X, vendor: amd, socket: AM4, cores: 12, threads: 24, base_clock: 3.7 GHz, boost_clock: 4.8 GHz,
              tdp: 105 W, turbo_power: 142 W, memory: [{ type: ddr4, max_speed: 3200 MT/s, max_speed_two_per_channel: 2933 MT/s }], memory_channels: 2,
              max_memory: 128 GiB, pcie: { gen: 4, lanes: 24 }, avx512: false, avx2: true, integrated_graphics: false, released: 2020 }
        """;

    public const string Motherboards = """
        motherboards:
          - id: b650
            name: Some B650 Board
            socket: AM5
            chipset: B650
            form_factor: e-atx
            memory: { type: ddr5, slots: 4, channels: 2, max: 192 GiB, max_speed: 6400 MT/s, registered: false }
            pcie_slots:
              - { size: 16, gen: 4, lanes: 16, position: 2, from: cpu, shared_lanes: 8, shares_with: 5 }
              - { size: 16, gen: 4, lanes: 8, position: 5, from: chipset }
            m2_slots: [{ gen: 5, lanes: 4, from: cpu }, { gen: 4 }]
            sata_ports: 4
            eps_connectors: 2
            bios: { note: Ryzen 9000 needs an update, update_from_year: 2024 }
        """;

    public const string Others = """
        memory:
          - { id: kit, name: A Kit, type: ddr5, modules: 2, module_size: 16 GiB, speed: 6000 MT/s, cas_latency: 30, ecc: true, registered: true }
        ssds:
          - { id: fast, name: Fast SSD, capacity: 2 TB, interface: nvme-m2, pcie: { gen: 4, lanes: 4 }, read: 7450 MB/s, write: 6900 MB/s, endurance: 1200 TB }
          - { id: slow, name: Slow SSD, capacity: 500 GB, interface: sata, read: 550 MB/s }
        psus:
          - { id: kilowatt, name: 1000 W Supply, power: 1 kW, efficiency: titanium, atx_version: 3.1, form_factor: sfx-l, length: 140 mm, connectors: [{ type: eps-8-pin, count: 2 }] }
        cases:
          - { id: box, name: A Box, form_factors: [mini-itx, ssi-eeb], gpu_length: 40 cm, cooler_height: 170 mm, expansion_slots: 7, psu_length: 220 mm,
              psu_form_factors: [atx, sfx], radiator: 360 mm, airflow: high }
        coolers:
          - { id: tower, name: A Tower, type: air, sockets: [AM4, AM5], height: 165 mm, max_tdp: 250 W }
          - { id: loop, name: A Loop, type: liquid, sockets: [AM5], radiator: 360 mm }
        """;

    public const string Models = """
        models:
          - id: qwen3-30b-a3b
            name: Qwen3 30B A3B
            family: Qwen3 MoE
            architecture: qwen3moe
            parameters: 30.53e9
            active_parameters: 3.35e9
            trained_context: 40960
            shape: { layers: 48, hidden: 2048, heads: 32, kv_heads: 4, head_dim: 128, ffn: 0, vocab: 151936, tied_embeddings: true,
                     experts: { count: 128, used: 8, ffn: 768, shared_ffn: 1, dense_first_layers: 2, every_nth: 3 },
                     sliding_window: { window: 1024, full_layers: 10 },
                     latent: { kv_lora_rank: 512, rope_dim: 64, query_lora_rank: 1536, nope_dim: 127, value_dim: 126 },
                     recurrent: { attention_layers: 12, state_elements: 5000000000 } }
            file_sizes: { q4_k_m: 18.6 GB }
        """;

    public const string Quants = """
        quants:
          - { id: q4_k_m, name: Q4_K_M, bits_per_weight: 4.89, type: q4_k, output_type: q6_k, nominal_bits: 4, perplexity_increase_percent: 0.5, note: Good. }
        """;

    public static IReadOnlyList<TextFile> Files { get; } =
    [
        new("gpus.yaml", Gpus), new("cpus.yaml", Cpus), new("boards.yaml", Motherboards), new("others.yaml", Others), new("models.yaml", Models), new("quants.yaml", Quants),
    ];
}

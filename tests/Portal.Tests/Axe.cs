using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>
/// axe-core in the page itself, as Deque ships it. Its Playwright wrapper sends every passed node back and opens a second page for each run;
/// of some 350 pages, each looked at twice, only what is wrong is asked for.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>For every document that is loaded from now on.</summary>
    public static Task Load(IBrowserContext context) => context.AddInitScriptAsync(Script);

    /// <returns>Each broken rule with the elements that break it.</returns>
    public static Task<string[]> Violations(IPage page) => page.EvaluateAsync<string[]>("""
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(', '))
        """);
}

"""Reads networks as JSON lines ({"name", "size", "ties"}) and writes what igraph and networkx say of them, to the last place."""
import json
import sys

engines = {}
try:
    import igraph

    engines["igraph " + igraph.__version__] = "igraph"
except ImportError:
    pass
try:
    import networkx

    engines["networkx " + networkx.__version__] = "networkx"
except ImportError:
    pass


def by_igraph(size, ties):
    graph = igraph.Graph(n=size, edges=ties).simplify()
    cut = set(graph.articulation_points())
    harmonicless = []
    for component in graph.connected_components():
        part = graph.subgraph(component)
        harmonicless += list(zip(component, part.closeness() if len(component) > 1 else [0.0]))
    return {
        "degree": graph.degree(),
        "betweenness": graph.betweenness(),
        "closeness": [value for _, value in sorted(harmonicless)],
        "core": graph.coreness(),
        "cut": [int(i in cut) for i in range(size)],
        "pieces": len(graph.connected_components()),
    }


def by_networkx(size, ties):
    graph = networkx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((a, b) for a, b in ties if a != b)
    cut = set(networkx.articulation_points(graph))
    between = networkx.betweenness_centrality(graph, normalized=False)
    close = networkx.closeness_centrality(graph, wf_improved=False)
    core = networkx.core_number(graph)
    return {
        "degree": [graph.degree(i) for i in range(size)],
        "betweenness": [between[i] for i in range(size)],
        "closeness": [close[i] for i in range(size)],
        "core": [core[i] for i in range(size)],
        "cut": [int(i in cut) for i in range(size)],
        "pieces": networkx.number_connected_components(graph),
    }


print(json.dumps({"engines": engines}), flush=True)
for line in sys.stdin:
    given = json.loads(line)
    answers = {}
    for called, engine in engines.items():
        if engine == "networkx" and given["size"] > 3000:
            continue
        answers[called] = (by_igraph if engine == "igraph" else by_networkx)(given["size"], given["ties"])
    print(json.dumps({"name": given["name"], "answers": answers}), flush=True)

"""The Python peers of the bench: reads a request (JSON) per line, answers with a line of JSON. Graphs are built before anything
is timed; times are what the process computed, or what went by where a request asks for the clock on the wall, in milliseconds."""

import json
import random
import sys
import time
from collections import deque

import igraph
import networkit
import networkx
import numpy
import pandas
import rustworkx

networkit.setNumberOfThreads(1)
MODULUS = 2_147_483_647
systems = {}
steps = []
on_the_wall = False
turn = 0


def read_columns(path):
    numbers = numpy.fromfile(path, dtype="<i4")
    count = numbers[0]
    ends = 1 + count + numpy.cumsum(numbers[1 : 1 + count])
    return [numbers[end - length : end] for end, length in zip(ends, numbers[1 : 1 + count])]


class System:
    """Groups, people and States of a seeded system, and its graphs as each library holds them."""

    def __init__(self, path):
        owner, needed, member_start, member, people, state = read_columns(path)
        group_of = numpy.repeat(numpy.arange(len(owner)), numpy.diff(member_start))
        self.count = len(people)
        self.provider = member
        self.dependent = owner[group_of]
        self.group_of = group_of.tolist()
        self.needed = needed.tolist()
        self.people = people.astype(numpy.int64)
        self.state = state
        self.built = {}

    def edges(self):
        return list(zip(self.provider.tolist(), self.dependent.tolist()))

    def graph(self, library):
        """As a library holds it; one at a time is kept."""
        if library not in self.built:
            self.built = {library: getattr(self, library)()}
        return self.built[library]

    def networkx(self):
        graph = networkx.DiGraph()
        for asset in range(self.count):
            graph.add_node(asset, people=int(self.people[asset]), state=int(self.state[asset]))
        for (provider, dependent), group in zip(self.edges(), self.group_of):
            graph.add_edge(provider, dependent, group=group)
        return graph

    def igraph(self):
        return igraph.Graph(n=self.count, edges=self.edges(), directed=True)

    def rustworkx(self):
        graph = rustworkx.PyDiGraph()
        graph.add_nodes_from(list(range(self.count)))
        graph.add_edges_from_no_data(self.edges())
        return graph

    def networkit(self):
        graph = networkit.Graph(self.count, directed=True)
        for provider, dependent in self.edges():
            graph.addEdge(provider, dependent)
        return graph


def system_of(path):
    if path not in systems:
        systems.clear()
        systems[path] = System(path)
    return systems[path]


def timed(work):
    """What the work gave and took; work shorter than a turn is done again until the turn is over, and counts in the mean."""
    clock = time.perf_counter if on_the_wall else time.process_time
    start = clock()
    runs = 0
    while True:
        value = work()
        runs += 1
        taken = 1000 * (clock() - start)
        if taken >= turn:
            return value, taken / runs


def checksum(rows):
    value = 0
    for lost, people, states in rows:
        value = (31 * value + lost + 7 * people + 13 * states) % MODULUS
    return str(value)


def column_checksum(values):
    value = 0
    for number in values:
        value = (31 * value + number) % MODULUS
    return str(value)


def scan(request):
    system = system_of(request["input"])
    library = request["peer"]
    system.graph(library)
    if library == "networkit":
        return reachable_counts(system)
    one = {"networkx": cascade, "igraph": subcomponent, "rustworkx": descendants}[library]
    rows, milliseconds = timed(lambda: [one(system, source) for source in request["sources"]])
    return {"milliseconds": milliseconds, "checksum": checksum(rows)}


def cascade(system, source):
    """One cascade in networkx: a queue, a set of what is lost, a dictionary of what each group has lost."""
    graph, needed = system.built["networkx"], system.needed
    lost, failures, queue = {source}, {}, deque([source])
    while queue:
        for dependent, dependency in graph.adj[queue.popleft()].items():
            if dependent in lost:
                continue
            group = dependency["group"]
            failures[group] = failures.get(group, 0) + 1
            if failures[group] >= needed[group]:
                lost.add(dependent)
                queue.append(dependent)
    nodes = graph.nodes
    states = {nodes[asset]["state"] for asset in lost if asset != source}
    return len(lost), sum(nodes[asset]["people"] for asset in lost), len(states)


def consequences(system, source, others):
    others = numpy.asarray(others, dtype=numpy.int64)
    people = int(system.people[others].sum()) + int(system.people[source])
    return 1 + len(others), people, len(numpy.unique(system.state[others]))


def subcomponent(system, source):
    reached = system.built["igraph"].subcomponent(source, mode="out")
    return consequences(system, source, [asset for asset in reached if asset != source])


def descendants(system, source):
    return consequences(system, source, list(rustworkx.descendants(system.built["rustworkx"], source)))


def reachable_counts(system):
    """NetworKit counts what is reached and no more."""
    reach = networkit.reachability.ReachableNodes(system.graph("networkit"), True)
    _, milliseconds = timed(reach.run)
    counts = [reach.numberOfReachableNodes(asset) for asset in range(system.count)]
    return {"milliseconds": milliseconds, "checksum": column_checksum(counts)}


def betweenness(request):
    system = system_of(request["input"])
    graph = system.graph(request["peer"])
    if request["peer"] == "igraph":
        values, milliseconds = timed(lambda: graph.betweenness(directed=True))
        return {"milliseconds": milliseconds, "values": values}
    part = networkx.algorithms.centrality.betweenness

    def some_sources():
        sums = dict.fromkeys(graph, 0.0)
        for source in request["sources"]:
            order, before, paths, _ = part._single_source_shortest_path_basic(graph, source)
            sums, _ = part._accumulate_basic(sums, order, before, paths, source)
        return sums

    sums, milliseconds = timed(some_sources)
    values = [sums[asset] for asset in range(system.count)]
    known = system.graph("igraph").betweenness(directed=True, sources=request["sources"])
    agree = numpy.allclose(values, known, rtol=1e-9, atol=1e-9)
    return {"milliseconds": milliseconds, "checksum": "as igraph" if agree else "not as igraph"}


def pagerank(request):
    system = system_of(request["input"])
    tolerance = 1e-12 / system.count
    graph = system.graph(request["peer"])
    if request["peer"] == "igraph":
        values, milliseconds = timed(lambda: graph.pagerank(directed=True, damping=0.85))
    elif request["peer"] == "networkit":
        # Ranks are made to sum to 1, and what leads nowhere goes on anywhere, as with us.
        sinks = networkit.centrality.SinkHandling.DistributeSinks
        ranker = networkit.centrality.PageRank(graph, 0.85, 1e-12, False, sinks)
        _, milliseconds = timed(ranker.run)
        values = ranker.scores()
    else:
        library = rustworkx if request["peer"] == "rustworkx" else networkx
        ranks, milliseconds = timed(lambda: library.pagerank(graph, 0.85, tol=tolerance, max_iter=500))
        values = [ranks[asset] for asset in range(system.count)]
    return {"milliseconds": milliseconds, "values": list(values)}


def components(request):
    system = system_of(request["input"])
    graph = system.graph(request["peer"])
    if request["peer"] == "igraph":
        found, milliseconds = timed(lambda: graph.connected_components(mode="strong").membership)
        sizes = numpy.bincount(found)
    elif request["peer"] == "networkit":
        finder = networkit.components.StronglyConnectedComponents(graph)
        _, milliseconds = timed(finder.run)
        sizes = list(finder.getComponentSizes().values())
    elif request["peer"] == "rustworkx":
        found, milliseconds = timed(lambda: rustworkx.strongly_connected_components(graph))
        sizes = [len(component) for component in found]
    else:
        found, milliseconds = timed(lambda: list(networkx.strongly_connected_components(graph)))
        sizes = [len(component) for component in found]
    return {"milliseconds": milliseconds, "checksum": column_checksum(sorted(int(size) for size in sizes))}


def dominators(request):
    """From a node of its own that leads to every source. Answer: dominator + 2 of each asset, 1 where it is that node."""
    system = system_of(request["input"])
    root = system.count
    pairs = system.edges() + [(root, source) for source in request["sources"]]
    if request["peer"] == "igraph":
        graph = igraph.Graph(n=root + 1, edges=pairs, directed=True)
        found, milliseconds = timed(lambda: graph.dominator(root, mode="out"))
    elif request["peer"] == "rustworkx":
        graph = rustworkx.PyDiGraph()
        graph.add_nodes_from(list(range(root + 1)))
        graph.add_edges_from_no_data(pairs)
        found, milliseconds = timed(lambda: rustworkx.immediate_dominators(graph, root))
    else:
        graph = networkx.DiGraph(pairs)
        found, milliseconds = timed(lambda: networkx.immediate_dominators(graph, root))
    values = [1 if found[asset] == root else found[asset] + 2 for asset in range(root)]
    return {"milliseconds": milliseconds, "checksum": column_checksum(values)}


def trials(request):
    """Independent cascades from one source. Answer: how many assets were lost in each trial."""
    system = system_of(request["input"])
    graph = system.graph("networkx")
    graph.graph["threshold"] = dict.fromkeys(graph.edges, request["likelihood"])
    one = status_cascade if request["peer"] == "ndlib-style" else queue_cascade

    def all_trials():
        draws = random.Random(request["seed"])
        ask = (graph, request["source"], request["likelihood"], draws)
        return [one(*ask) for _ in range(request["trials"])]

    lost, milliseconds = timed(all_trials)
    return {"milliseconds": milliseconds, "values": lost}


def status_cascade(graph, source, likelihood, draws):
    """As NDlib iterates independent cascades (IndependentCascadesModel 5.1): in every step each node looks at its status, over
    dictionaries that are copied, compared and counted. It stops when nobody is active; NDlib goes on for a number of steps."""
    kinds = {"susceptible": 0, "infected": 1, "removed": 2}
    status = dict.fromkeys(graph.nodes, 0)
    status[source] = 1
    counts = {1: 1}
    while counts[1] > 0:
        for node in status:
            if status[node] not in kinds.values():
                status[node] = 0
        actual = {node: value for node, value in status.items()}
        for node in graph.nodes:
            if status[node] != 1:
                continue
            for dependent in list(graph.neighbors(node)):
                if actual[dependent] == 0 and draws.random() <= graph.graph["threshold"][node, dependent]:
                    actual[dependent] = 1
            actual[node] = 2
        delta = {node: value for node, value in actual.items() if value != status[node]}
        counts, before = {}, {}
        for kind in kinds.values():
            counts[kind] = len([node for node in actual if actual[node] == kind])
            before[kind] = len([node for node in status if status[node] == kind])
        changes = {kind: counts[kind] - before[kind] for kind in kinds.values()}
        steps.append((delta, counts, changes))
        status = actual
    steps.clear()
    return counts[2]


def queue_cascade(graph, source, likelihood, draws):
    lost, queue = {source}, deque([source])
    while queue:
        for dependent in graph.successors(queue.popleft()):
            if dependent not in lost and draws.random() < likelihood:
                lost.add(dependent)
                queue.append(dependent)
    return len(lost)


def columns(request):
    """A CSV file read, its ids numbered together and its other texts. Answer: the checksum of `columnsChecksum`."""
    ids, texts = request["ids"], request["texts"]

    def read():
        amounts = ["need", "loss", "buffer_hours", "share", "distance_km"]
        table = pandas.read_csv(request["input"], usecols=None if request["all"] else ids + texts + amounts)
        numbered, known = pandas.factorize(numpy.concatenate([table[name].to_numpy() for name in ids]))
        codes = numpy.split(numbered, len(ids)) + [pandas.factorize(table[name])[0] for name in texts]
        return len(table), codes, len(known), [table[name].to_numpy(dtype="f8") for name in amounts]

    (rows, codes, count, amounts), milliseconds = timed(read)
    weight = 1 + numpy.arange(rows) % 97
    sums = [int((first_rows(column) * weight).sum() % MODULUS) for column in codes]
    tenths = [int((numpy.rint(10 * column).astype("i8") * weight).sum() % MODULUS) for column in amounts]
    return {"milliseconds": milliseconds, "checksum": " ".join(str(value) for value in [rows, count, *sums, *tenths])}


def first_rows(codes):
    """Of each row the first one with the same code."""
    first = numpy.zeros(codes.max() + 1, dtype="i8")
    first[codes[::-1]] = numpy.arange(len(codes))[::-1]
    return first[codes]


ways = {way.__name__: way for way in [scan, betweenness, pagerank, components, dominators, trials, columns]}

for line in sys.stdin:
    request = json.loads(line)
    on_the_wall = request.get("clock") == "wall"
    turn = request.get("turn", 0)
    print(json.dumps(ways[request["do"]](request)), flush=True)

import { posix } from 'node:path'
import { COLOUR_FILES, ELECTRON_FOLDER, ENTRY_FOLDERS, LAYERS, PURE_LAYERS, layerOf, partOf } from './layers.mjs'
import { importsOf } from './imports.mjs'

const CODE = /\.(ts|tsx|mts)$/
const TEST = /\.(test|bench)\.tsx?$|\/fixtures\//
const NODE_OR_BROWSER = /^(node:|electron$|react$|react\/|react-dom)/
const HEX_COLOUR = /(?<=["'`:,(\s])#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?!\s*\{)/

/**
 * Checks a tree, given as a map of path -> text, with paths like "src/main/engine/flight.ts". Returns all problems as
 * { path, line, message }; each message says what to do.
 */
export function checkTree(files) {
  const graph = new Map(
    [...files].filter(([path]) => CODE.test(path)).map(([path, text]) => [path, linksOf(path, text, files)]),
  )
  return [
    ...[...graph.keys()].flatMap(checkPlace),
    ...[...graph].flatMap(([path, links]) => links.flatMap((link) => checkLink(path, link))),
    ...findCycles(graph),
    ...[...files].flatMap(([path, text]) => checkColours(path, text)),
  ].toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
}

/** Imports of one file; `target` is the path it resolves to, null for a package. */
function linksOf(path, text, files) {
  return importsOf(path, text).map((link) => ({ ...link, target: resolveImport(path, link.specifier, files) }))
}

/** A path in the tree, null for a package, and the path as written when no such file exists. */
export function resolveImport(from, specifier, files) {
  const bare = specifier.replace(/\?.*$/, '')
  const base = bare.startsWith('@shared/')
    ? `src/shared/${bare.slice('@shared/'.length)}`
    : bare.startsWith('.')
      ? posix.join(posix.dirname(from), bare)
      : null
  if (base === null) return null
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base.replace(/\.js$/, '.ts')]
  return candidates.find((candidate) => files.has(candidate)) ?? base
}

function checkPlace(path) {
  const isBarrel = /(^|\/)index\.tsx?$/.test(path) && !ENTRY_FOLDERS.some((folder) => path.startsWith(folder))
  if (isBarrel) return [problem(path, 1, 'an index.ts hides import directions; name the file after what it exports.')]
  if (TEST.test(path) || layerOf(path) !== null) return []
  return [problem(path, 1, 'no layer holds this file; move it, or add its folder to scripts/lib/layers.mjs.')]
}

function checkLink(path, { specifier, target, line }) {
  if (target === null) return checkPackage(path, specifier, line)
  if (!target.startsWith('src/')) return []
  const [from, to] = [layerOf(path), layerOf(target)]
  if (from === null || to === null) return []
  if (crossesTheContract(from, to)) {
    return [
      problem(
        path,
        line,
        `${sideOf(from)} may not import ${sideOf(to)} ("${specifier}"); go through the contract in src/shared.`,
      ),
    ]
  }
  // A test may look at whatever shows that its subject works.
  if (TEST.test(path)) return []
  if (from === to) return checkPart(path, target, specifier, line)
  if (LAYERS[from].mayImport.includes(to)) return []
  const allowed = LAYERS[from].mayImport.join(', ') || 'nothing else'
  return [problem(path, line, `${from} may not import ${to} ("${specifier}"); it may import ${allowed}.`)]
}

function checkPart(path, target, specifier, line) {
  const [from, to] = [partOf(path), partOf(target)]
  if (from === to) return []
  return [
    problem(
      path,
      line,
      `feature ${from} may not import feature ${to} ("${specifier}"); move what both need to ui or stores.`,
    ),
  ]
}

function checkPackage(path, specifier, line) {
  if (TEST.test(path)) return []
  if (specifier === 'electron' && !path.startsWith(ELECTRON_FOLDER)) {
    return [problem(path, line, `only ${ELECTRON_FOLDER} may import electron; take what is needed as an argument.`)]
  }
  if (PURE_LAYERS.has(layerOf(path)) && NODE_OR_BROWSER.test(specifier)) {
    return [problem(path, line, `${layerOf(path)} is pure and may not import "${specifier}"; take it as a port.`)]
  }
  return []
}

function crossesTheContract(from, to) {
  return sideOf(from) !== sideOf(to) && sideOf(from) !== 'src/shared' && sideOf(to) !== 'src/shared'
}

function sideOf(layer) {
  if (layer === 'shared') return 'src/shared'
  return layer.startsWith('renderer') ? 'src/renderer' : 'src/main'
}

/** One problem for each group of files that import each other when the program runs. Types vanish, so they make no cycle. */
function findCycles(graph) {
  return stronglyConnected(graph)
    .filter((group) => group.length > 1 || runtimeTargets(graph, group[0]).includes(group[0]))
    .map((group) => {
      const path = group.toSorted()[0]
      const line = graph.get(path).find((link) => group.includes(link.target))?.line ?? 1
      return problem(
        path,
        line,
        `import cycle of ${group.toSorted().join(', ')}; move what they share to a file of its own.`,
      )
    })
}

function runtimeTargets(graph, path) {
  return graph.get(path).filter((link) => !link.isType && graph.has(link.target)).map((link) => link.target) // prettier-ignore
}

/** Tarjan's algorithm. */
function stronglyConnected(graph) {
  const [index, low, stack, onStack, groups] = [new Map(), new Map(), [], new Set(), []]
  const visit = (path) => {
    index.set(path, index.size)
    low.set(path, index.get(path))
    stack.push(path)
    onStack.add(path)
    for (const target of runtimeTargets(graph, path)) {
      if (!index.has(target)) visit(target)
      if (onStack.has(target)) low.set(path, Math.min(low.get(path), low.get(target)))
    }
    if (low.get(path) === index.get(path)) {
      const group = stack.splice(stack.indexOf(path))
      group.forEach((member) => onStack.delete(member))
      groups.push(group)
    }
  }
  for (const path of graph.keys()) if (!index.has(path)) visit(path)
  return groups
}

function checkColours(path, text) {
  const isChecked = path.startsWith('src/renderer/') && /\.(tsx?|css)$/.test(path) && !TEST.test(path)
  if (!isChecked || COLOUR_FILES.test(path)) return []
  return text.split('\n').flatMap((content, index) => {
    const colour = HEX_COLOUR.exec(content)
    return colour
      ? [problem(path, index + 1, `colour ${colour[0]} is written out; use a --gw- variable of the tokens.`)]
      : []
  })
}

function problem(path, line, message) {
  return { path, line, message }
}

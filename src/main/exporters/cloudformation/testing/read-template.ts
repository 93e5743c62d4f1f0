import { isMap, isPair, isScalar, isSeq, parseDocument, type Node } from 'yaml'

/** A YAML template as plain JSON, its short tags as long functions: how the service's readers see it. Reads YAML 1.1, as most do. */
export function readTemplate(text: string): unknown {
  const document = parseDocument(text, { version: '1.1', customTags: [], logLevel: 'silent' })
  if (document.errors.length > 0) throw new Error(document.errors.map(({ message }) => message).join('\n'))
  return plain(document.contents as Node)
}

function plain(node: unknown): unknown {
  const value = isMap(node)
    ? Object.fromEntries(node.items.map((pair) => (isPair(pair) ? [keyOf(pair.key), plain(pair.value)] : ['', null])))
    : isSeq(node)
      ? node.items.map(plain)
      : isScalar(node)
        ? node.value
        : node
  const tag = (node as Node | null)?.tag
  if (typeof tag !== 'string' || !/^!\w/.test(tag)) return value
  const name = tag.slice(1)
  if (name === 'Ref') return { Ref: value }
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value }
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

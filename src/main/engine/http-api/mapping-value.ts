/** Where the right side of a parameter mapping takes a value from: { source: "header", name: "x-user" }. */
export interface MappingReference {
  readonly side: 'request' | 'response' | 'common'
  readonly source: 'header' | 'querystring' | 'path' | 'body' | 'context' | 'stageVariables'
  /** A JSONPath for a body; "" for a whole body or path. */
  readonly name: string
}

/** A compiled right side: one reference, or texts and references one after the other. */
export type MappingValue =
  | { readonly kind: 'reference'; readonly reference: MappingReference }
  | { readonly kind: 'parts'; readonly parts: readonly (string | MappingReference)[] }

const PLACEHOLDER = /\$\{([^{}]*)\}/g

/** "$request.header.x", "${request.path.a}/${stageVariables.b}", or any other text, which stands for itself. Source: http-api.md 8.4. */
export function compileMappingValue(text: string): MappingValue {
  const whole = text.startsWith('$') && !text.startsWith('${') ? parseReference(text.slice(1)) : null
  if (whole !== null) return { kind: 'reference', reference: whole }
  const parts: (string | MappingReference)[] = []
  let end = 0
  for (const found of text.matchAll(PLACEHOLDER)) {
    const reference = parseReference(found[1]!)
    if (reference === null) continue
    if (found.index > end) parts.push(text.slice(end, found.index))
    parts.push(reference)
    end = found.index + found[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  return { kind: 'parts', parts }
}

/**
 * What a value comes to; undefined where one reference alone finds nothing: the mapping is then left out. Inside of a text nothing is
 * written for it.
 */
export function mappingText(
  value: MappingValue,
  valueOf: (reference: MappingReference) => string | undefined,
): string | undefined {
  if (value.kind === 'reference') return valueOf(value.reference)
  return value.parts.map((part) => (typeof part === 'string' ? part : (valueOf(part) ?? ''))).join('')
}

function parseReference(text: string): MappingReference | null {
  const [, common, commonName] = /^(context|stageVariables)\.(.+)$/s.exec(text) ?? []
  if (common !== undefined) {
    return { side: 'common', source: common as 'context' | 'stageVariables', name: commonName! }
  }
  const [, side, source, name = ''] =
    /^(request|response)\.(header|querystring|path|body)(?:\.(.+))?$/s.exec(text) ?? []
  if (side === undefined || source === undefined) return null
  const needsName = source === 'header' || source === 'querystring'
  if (needsName && name === '') return null
  if (side === 'response' && (source === 'path' || source === 'querystring')) return null
  return { side: side as 'request' | 'response', source: source as MappingReference['source'], name }
}

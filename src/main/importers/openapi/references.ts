import type { Findings } from '../findings'
import { isRecord, memberOf, quoted, type Place } from '../json-place'

/** More references in a row than any honest document has. */
const MAX_HOPS = 100

/** Follows `$ref`s inside one document. Nothing else is ever read: no file, no address. */
export class References {
  private readonly root: unknown
  private readonly findings: Findings

  constructor(root: unknown, findings: Findings) {
    this.root = root
    this.findings = findings
  }

  /** What a place stands for: itself, or what its `$ref` leads to. A reference that leads nowhere is reported and gives undefined. */
  resolve(place: Place): Place | undefined {
    let current = place
    const seen = new Set<string>()
    while (isRecord(current.value) && typeof current.value['$ref'] === 'string') {
      const reference = current.value['$ref']
      this.reportSiblings(current)
      if (seen.has(reference) || seen.size >= MAX_HOPS) {
        const message = `The reference ${quoted(reference)} leads back to itself and is left out. Write what it stands for.`
        this.findings.report('import/reference-cyclic', 'error', place.pointer, message)
        return undefined
      }
      seen.add(reference)
      const target = this.follow(reference)
      if (!target) {
        this.reportUnresolved(reference, `${current.pointer}/$ref`)
        return undefined
      }
      current = target
    }
    return current
  }

  /** Where "#/components/schemas/Order" leads, by own members only; undefined when it leads nowhere or out of the document. */
  follow(reference: string): Place | undefined {
    const segments = segmentsOf(reference)
    if (!segments) return undefined
    let place: Place | undefined = { value: this.root, pointer: '' }
    for (const segment of segments) {
      if (Array.isArray(place.value) && /^\d+$/.test(segment) && Number(segment) < place.value.length) {
        place = { value: place.value[Number(segment)], pointer: `${place.pointer}/${segment}` }
        continue
      }
      place = memberOf(place.value, place.pointer, segment)
      if (!place) return undefined
    }
    return place
  }

  reportUnresolved(reference: string, pointer: string): void {
    const why = reference.startsWith('#')
      ? 'leads to nothing in this document'
      : 'leads out of this document, and other files and addresses are not read'
    const message = `The reference ${quoted(reference)} ${why}; it is left out. Put what it stands for into the document.`
    this.findings.report('import/reference-unresolved', 'error', pointer, message)
  }

  private reportSiblings(place: Place): void {
    if (!isRecord(place.value)) return
    for (const name of Object.keys(place.value)) {
      if (name !== '$ref') this.findings.tally('import/reference-siblings-dropped', name, place.pointer)
    }
  }
}

/** "#/paths/~1a%20b/get" -> ["paths", "/a b", "get"]; null for what does not point into the document. */
export function segmentsOf(reference: string): string[] | null {
  if (reference !== '#' && !reference.startsWith('#/')) return null
  const text = decoded(reference.slice(1))
  return text
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone percent sign: the author did not encode, so the text stands for itself.
    return text
  }
}

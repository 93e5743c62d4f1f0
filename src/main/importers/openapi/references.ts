import type { Findings } from '../findings'
import { isRecord, memberOf, quoted, type JsonRecord, type Place } from '../json-place'
import { ExternalDocuments, fileOf } from './external-documents'

/** More references in a row than any honest document has. */
const MAX_HOPS = 100

/** Where a reference leads, or why it leads nowhere. */
type Target = Place | { readonly problem: string }

/** Follows `$ref`s inside one document and into files beside it. Nothing else is ever read: no address, nothing outside of the folder. */
export class References {
  private readonly root: unknown
  private readonly findings: Findings
  private readonly externals: ExternalDocuments
  private readonly targets = new Set<string>()

  /** `externals`: the files beside the document; none when absent. */
  constructor(root: unknown, findings: Findings, externals = new ExternalDocuments(undefined, '')) {
    this.root = root
    this.findings = findings
    this.externals = externals
    findings.addFiles(externals)
  }

  /** What a place stands for: itself, or what its `$ref` leads to. A reference that leads nowhere is reported and gives undefined. */
  resolve(place: Place): Place | undefined {
    return isReference(place.value) ? this.resolveReference(place) : place
  }

  private resolveReference(place: Place): Place | undefined {
    let current = place
    const seen = new Set<string>()
    while (isReference(current.value)) {
      const reference = current.value['$ref']
      this.reportSiblings(current)
      const target = this.target(reference, current.pointer)
      const isTarget = 'pointer' in target
      if (isTarget && (seen.has(target.pointer) || seen.size >= MAX_HOPS)) {
        const message = `The reference ${quoted(reference)} leads back to itself and is left out. Write what it stands for.`
        this.findings.report('import/reference-cyclic', 'error', place.pointer, message)
        return undefined
      }
      if (!isTarget) {
        this.reportUnresolved(reference, `${current.pointer}/$ref`)
        return undefined
      }
      seen.add(target.pointer)
      this.targets.add(target.pointer)
      current = target
    }
    return current
  }

  /**
   * Where "#/components/schemas/Order" or "./order.yaml#/Order" leads when it stands at `from`, by own members only; undefined when it
   * leads nowhere.
   */
  follow(reference: string, from: string): Place | undefined {
    const target = this.target(reference, from)
    return 'pointer' in target ? target : undefined
  }

  /** Whether a reference led to this place so far. */
  isTarget(pointer: string): boolean {
    return this.targets.has(pointer)
  }

  /** `pointer`: where the reference stands. */
  reportUnresolved(reference: string, pointer: string): void {
    const target = this.target(reference, pointer)
    const why = 'problem' in target ? target.problem : 'leads to nothing that can stand here'
    const message = `The reference ${quoted(reference)} ${why}; it is left out. Put what it stands for into the document.`
    this.findings.report('import/reference-unresolved', 'error', pointer, message)
  }

  private target(reference: string, from: string): Target {
    const mark = reference.indexOf('#')
    const name = mark < 0 ? reference : reference.slice(0, mark)
    const segments = segmentsOf(mark < 0 ? '#' : reference.slice(mark))
    const file = name === '' ? fileOf(from) : this.externals.fileFor(name, from)
    if (typeof file !== 'string') return file
    const document = file === '' ? { value: this.root } : this.externals.open(file)
    if ('problem' in document) return document
    const start = { value: document.value, pointer: file === '' ? '' : `${file}#` }
    const found = segments && placeIn(start, segments)
    const where = file === '' ? 'this document' : quoted(file)
    return found ?? { problem: `leads to nothing in ${where}` }
  }

  private reportSiblings(place: Place): void {
    if (!isRecord(place.value)) return
    for (const name of Object.keys(place.value)) {
      if (name !== '$ref') this.findings.tally('import/reference-siblings-dropped', name, place.pointer)
    }
  }
}

function isReference(value: unknown): value is JsonRecord & { readonly $ref: string } {
  return isRecord(value) && typeof value['$ref'] === 'string'
}

function placeIn(start: Place, segments: readonly string[]): Place | undefined {
  let place: Place | undefined = start
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

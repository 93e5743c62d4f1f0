import type { JsonSchema, Model } from '@shared/design/model'
import type { Members } from '../members'
import { isRecord, quoted, type Place } from '../json-place'
import { DRAFT4_KEYWORDS, UNSAYABLE_KEYWORDS } from './draft4-keywords'
import { Draft4Schema } from './draft4-schema'
import { EndlessReferences } from './endless-references'
import { fileOf } from './external-documents'
import { nameWords } from './name-words'
import type { OpenApiContext } from './openapi-context'

/** How models refer to each other; the placeholder stands until an API has an id in the cloud. Source: rest-api.md 8. */
const MODEL_REFERENCE = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

/** Keywords that decide which values are valid. */
const DECIDING: ReadonlySet<string> = new Set(
  [
    ...DRAFT4_KEYWORDS.keys(),
    ...UNSAYABLE_KEYWORDS,
    'const',
    'prefixItems',
    'dependentRequired',
    'dependentSchemas',
  ].filter((name) => !['title', 'description', 'format', 'default', 'definitions'].includes(name)),
)

/** The models of an API being imported: the named schemas of the document, and one for each schema written in place. */
export class Models {
  private readonly context: OpenApiContext
  private readonly schemas: Draft4Schema
  private readonly models = new Map<string, Model>()
  private readonly taken = new Set<string>()
  /** "/components/schemas/Order" -> "Order". */
  private readonly nameByPointer = new Map<string, string>()
  /** Names by the reference as it is written in the document itself: most stand in many places. */
  private readonly nameByReference = new Map<string, string>()
  private readonly waiting: { name: string; place: Place; contentType: string }[] = []
  private readonly endless = new EndlessReferences()
  private current = ''

  constructor(context: OpenApiContext) {
    this.context = context
    this.schemas = new Draft4Schema(context.findings, (reference, pointer, isSameValue) =>
      this.writeReference(reference, pointer, isSameValue),
    )
  }

  /** Makes a model of every named schema. They are named first, because they may refer to each other. */
  addNamed(schemas: Members): void {
    for (const [written, place] of schemas.places()) {
      const name = this.freeName(nameWords(written).join(''))
      const target = this.inOtherFile(place)
      this.nameByPointer.set(place.pointer, name)
      if (target) this.nameByPointer.set(target.pointer, name)
      this.waiting.push({ name, place: target ?? place, contentType: 'application/json' })
      if (name !== written) {
        const message = `The schema ${quoted(written)} becomes the model "${name}": a model's name has letters and digits only.`
        this.context.findings.report('import/model-renamed', 'info', place.pointer, message)
      }
    }
    this.convertWaiting()
  }

  /** Whether something beside the `$ref` decides which values are valid; what does not is counted. */
  private isMoreThanReference({ value, pointer }: Place): boolean {
    const beside = Object.keys(isRecord(value) ? value : {}).filter((name) => name !== '$ref')
    if (beside.some((name) => name === 'nullable' || DECIDING.has(name))) return true
    for (const name of beside) this.context.findings.tally('import/reference-siblings-dropped', name, pointer)
    return false
  }

  /** What a schema is that only says where it stands in another file; undefined for every other one. */
  private inOtherFile({ value, pointer }: Place): Place | undefined {
    const reference = isRecord(value) && Object.keys(value).length === 1 ? value['$ref'] : undefined
    if (typeof reference !== 'string' || reference.startsWith('#')) return undefined
    const target = this.context.references.follow(reference, pointer)
    return target && isRecord(target.value) && !this.nameByPointer.has(target.pointer) ? target : undefined
  }

  /** The name of the model for a body's schema: the one it refers to, or a new one. undefined when it refers to nothing. */
  nameFor(place: Place, suggestion: () => readonly string[], contentType: string): string | undefined {
    const reference = isRecord(place.value) ? place.value['$ref'] : undefined
    if (typeof reference === 'string' && !this.isMoreThanReference(place)) {
      const known = this.nameOfReference(reference, `${place.pointer}/$ref`)
      this.convertWaiting()
      return known
    }
    const name = this.freeName(suggestion().join(''))
    this.waiting.push({ name, place, contentType })
    this.convertWaiting()
    return name
  }

  /** Every model, those in endless circles replaced by ones that let everything pass. */
  result(): Readonly<Record<string, Model>> {
    for (const { names, pointer } of this.endless.circles()) {
      const message = `The schemas ${names.map(quoted).join(', ')} refer to each other without end, and no value could be checked. Their models let every body pass; write what they stand for.`
      this.context.findings.report('import/reference-cyclic', 'warning', pointer, message)
      for (const name of names) this.openModel(name)
    }
    return Object.fromEntries(this.models)
  }

  private openModel(name: string): void {
    const model = this.models.get(name)
    if (model) this.models.set(name, { ...model, schema: {} })
  }

  private convertWaiting(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const { name, place, contentType } = next
      this.current = name
      this.endless.at(name, place.pointer)
      this.models.set(name, { contentType, schema: this.schemas.convert(place) })
    }
  }

  private writeReference(reference: string, pointer: string, isSameValue: boolean): JsonSchema {
    const name = this.nameOfReference(reference, `${pointer}/$ref`)
    if (name === undefined) return {}
    if (isSameValue) this.endless.refers(this.current, name)
    return { $ref: MODEL_REFERENCE + name }
  }

  /** A reference into the middle of a schema gets a model of its own, because models can only name whole models. */
  private nameOfReference(reference: string, pointer: string): string | undefined {
    if (fileOf(pointer) !== '') return this.findName(reference, pointer)
    const known = this.nameByReference.get(reference)
    if (known !== undefined) return known
    const name = this.findName(reference, pointer)
    if (name !== undefined) this.nameByReference.set(reference, name)
    return name
  }

  private findName(reference: string, pointer: string): string | undefined {
    const target = this.context.references.follow(reference, pointer)
    if (!target || !(isRecord(target.value) || typeof target.value === 'boolean')) {
      this.context.references.reportUnresolved(reference, pointer)
      return undefined
    }
    const known = this.nameByPointer.get(target.pointer)
    if (known !== undefined) return known
    const name = this.freeName(nameWords(wordsOf(target.pointer)).join(''))
    this.nameByPointer.set(target.pointer, name)
    this.waiting.push({ name, place: target, contentType: 'application/json' })
    return name
  }

  private freeName(wanted: string): string {
    const base = wanted === '' ? 'Model' : wanted
    let name = base
    for (let number = 2; this.taken.has(name); number += 1) name = `${base}${number}`
    this.taken.add(name)
    return name
  }
}

/** What a place's pointer says of the thing there: "/components/schemas/Order/items" -> "Order/items", "a/order.yaml#" -> "order". */
function wordsOf(pointer: string): string {
  const file = fileOf(pointer)
  const inside = (file === '' ? pointer : pointer.slice(file.length + 1)).replace(
    /^\/(components\/schemas|definitions)\//,
    '',
  )
  return inside === '' ? file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') : inside
}

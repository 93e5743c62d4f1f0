import type { JsonSchema, Model } from '@shared/design/model'
import type { Members } from '../members'
import { isRecord, quoted, type Place } from '../json-place'
import { Draft4Schema } from './draft4-schema'
import { EndlessReferences } from './endless-references'
import { nameWords } from './name-words'
import type { OpenApiContext } from './openapi-context'

/** How models refer to each other; the placeholder stands until an API has an id in the cloud. Source: rest-api.md 8. */
const MODEL_REFERENCE = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

/** The models of an API being imported: the named schemas of the document, and one for each schema written in place. */
export class Models {
  private readonly context: OpenApiContext
  private readonly schemas: Draft4Schema
  private readonly models = new Map<string, Model>()
  private readonly taken = new Set<string>()
  /** "/components/schemas/Order" -> "Order". */
  private readonly nameByPointer = new Map<string, string>()
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
      this.nameByPointer.set(place.pointer, name)
      this.waiting.push({ name, place, contentType: 'application/json' })
      if (name !== written) {
        const message = `The schema ${quoted(written)} becomes the model "${name}": a model's name has letters and digits only.`
        this.context.findings.report('import/model-renamed', 'info', place.pointer, message)
      }
    }
    this.convertWaiting()
  }

  /** The name of the model for a body's schema: the one it refers to, or a new one. undefined when it refers to nothing. */
  nameFor(place: Place, suggestion: readonly string[], contentType: string): string | undefined {
    const reference = isRecord(place.value) ? place.value['$ref'] : undefined
    if (typeof reference === 'string') return this.nameOfReference(reference, `${place.pointer}/$ref`)
    const name = this.freeName(suggestion.join(''))
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
    const target = this.context.references.follow(reference)
    if (!target || !(isRecord(target.value) || typeof target.value === 'boolean')) {
      this.context.references.reportUnresolved(reference, pointer)
      return undefined
    }
    const known = this.nameByPointer.get(target.pointer)
    if (known !== undefined) return known
    const name = this.freeName(nameWords(target.pointer.replace(/^\/(components\/schemas|definitions)\//, '')).join(''))
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

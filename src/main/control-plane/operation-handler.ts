import type { Api } from '@shared/design/api'
import type { ControlPlane } from './control-plane'
import type { JsonRecord } from './json-record'
import type { OperationInput } from './operation-input'

/** What the layer may not do by itself: read and write OpenAPI documents. */
export interface DocumentPort {
  readApi(text: string, options: ReadApiOptions): ReadApi
  /** The API as a document; absent where nobody reads the answer. */
  writeApi?(api: Api, options: WriteApiOptions): string
}

export interface ReadApiOptions {
  readonly protocolType: 'REST' | 'HTTP'
  readonly basePath?: 'ignore' | 'prepend' | 'split'
}

/** `api` is null when the document cannot be read. */
export interface ReadApi {
  readonly api: Api | null
  /** What the service would warn of. */
  readonly warnings: readonly string[]
  /** Why it cannot be read, with places. */
  readonly errors: readonly string[]
  /** Functions of the document that are played here. */
  readonly functions?: Readonly<Record<string, JsonRecord>>
}

export interface WriteApiOptions {
  readonly format: 'oas30' | 'swagger'
  readonly syntax: 'json' | 'yaml'
  readonly hasExtensions: boolean
  readonly stage?: string
}

/** Something to know about an operation that the service carries out all the same. */
export interface Note {
  readonly severity: 'info' | 'warning'
  readonly text: string
}

export interface OperationCall {
  readonly state: ControlPlane
  readonly input: OperationInput
  readonly documents: DocumentPort
}

export interface OperationAnswer {
  readonly state: ControlPlane
  /** As the service answers, by the names of the wire; dates are ISO 8601. Absent when it answers nothing. */
  readonly output?: JsonRecord
  /** Path of the object that was put, as in "/apikeys/k3v9x0a2bq": members without a place in the design are kept there. */
  readonly about?: string
  readonly notes?: readonly Note[]
}

export type OperationHandler = (call: OperationCall) => OperationAnswer

/** Handlers by the name of their operation. */
export type OperationHandlers = Readonly<Record<string, OperationHandler>>

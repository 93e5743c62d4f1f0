/** The services whose operations are known, as the command line and the service models call them. */
export type ServiceName = 'apigateway' | 'apigatewayv2' | 'apigatewaymanagementapi'

/** One operation of a service. Source: service model. */
export interface Operation {
  readonly service: ServiceName
  /** "CreateRestApi". */
  readonly name: string
  readonly method: string
  /** Path with the wire names of its members, as in "/restapis/{restapi_id}"; may end in a fixed query, "?mode=import". */
  readonly uri: string
  /** What an answer without error has. */
  readonly successStatus: number
  readonly errors: readonly OperationError[]
  /** Its list comes in pages. */
  readonly isPaged: boolean
  /** What it takes; those in the path first, then in the order of the service model. */
  readonly members: readonly Member[]
  /** What it gives; null when it answers nothing. */
  readonly output: StructureShape | null
}

export interface OperationError {
  /** "NotFoundException". */
  readonly code: string
  readonly status: number
}

/** Where a member of an input or output travels. `payload`: it is the whole body. */
export type MemberPlace = 'uri' | 'query' | 'header' | 'body' | 'payload'

export interface Member {
  /** On the wire, as in "restapi_id". */
  readonly name: string
  /** What clients call it, as in "restApiId". */
  readonly clientName: string
  readonly place: MemberPlace
  readonly isRequired: boolean
  readonly shape: Shape
}

export type ScalarKind =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'double'
  | 'blob'
  /** Seconds since 1970, a number. */
  | 'timestamp'
  /** ISO 8601, a text. */
  | 'dateTime'

export interface ScalarShape {
  readonly kind: ScalarKind
  /** All that a text may be, when there is a list of it. */
  readonly values?: readonly string[]
}

export interface ListShape {
  readonly kind: 'list'
  readonly of: Shape
}

/** An object with keys of the caller's choice. */
export interface MapShape {
  readonly kind: 'map'
  readonly of: Shape
}

export interface StructureShape {
  readonly kind: 'structure'
  /** "RestApi". */
  readonly name: string
  readonly members: readonly Member[]
}

export type Shape = ScalarShape | ListShape | MapShape | StructureShape

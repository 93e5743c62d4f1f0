import type { Severity } from '@shared/diagnostic'
import type { ImportCode } from './import-codes'

/** Codes that are counted and reported once per label. */
export type TallyCode = Extract<
  ImportCode,
  | 'import/documentation-dropped'
  | 'import/extension-ignored'
  | 'import/schema-keyword-dropped'
  | 'import/schema-approximated'
  | 'import/parameter-schema-dropped'
  | 'import/reference-siblings-dropped'
  | 'import/response-not-carried'
  | 'import/http-api-ignores'
  | 'import/method-without-integration'
  | 'import/security-not-carried'
  | 'import/security-scheme-unknown'
  | 'import/event-not-carried'
  | 'import/resource-not-carried'
>

interface TallyKind {
  readonly severity: Severity
  readonly message: (label: string, count: number) => string
}

/** "1 place", "305 places". */
function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}

/** The words for each. `label` is a member's name unless said otherwise. */
export const TALLIES: { readonly [code in TallyCode]: TallyKind } = {
  'import/documentation-dropped': {
    severity: 'info',
    message: (label, count) =>
      `"${label}" in ${places(count)} is left out: it is documentation without a place in a design.`,
  },
  'import/extension-ignored': {
    severity: 'info',
    message: (label, count) => `"${label}" in ${places(count)} is left out: it means nothing to API Gateway.`,
  },
  'import/schema-keyword-dropped': {
    severity: 'info',
    message: (label, count) =>
      label === 'minItems' || label === 'maxItems'
        ? `"${label}" in ${places(count)} is left out: API Gateway does not carry it from an import. Set it in the model to have it checked.`
        : `"${label}" in ${places(count)} of the schemas is left out: models (JSON Schema draft-04) do not have it, and it checks nothing.`,
  },
  'import/schema-approximated': {
    severity: 'info',
    message: (label, count) => `"${label}" in ${places(count)} of the schemas is rewritten in the words of draft-04.`,
  },
  'import/parameter-schema-dropped': {
    severity: 'info',
    message: (_label, count) =>
      `The type and limits of ${count === 1 ? '1 parameter are' : `${count} parameters are`} left out: API Gateway checks only that a required parameter is present.`,
  },
  'import/reference-siblings-dropped': {
    severity: 'info',
    message: (label, count) =>
      `"${label}" beside a $ref in ${places(count)} is left out: a reference replaces what stands beside it.`,
  },
  'import/response-not-carried': {
    severity: 'info',
    message: (label, count) =>
      `The response "${label}" in ${places(count)} is left out: a method response has one certain status. Add the statuses it stands for.`,
  },
  'import/http-api-ignores': {
    severity: 'info',
    message: (label, count) => `"${label}" in ${places(count)} is left out: HTTP APIs ignore it.`,
  },
  'import/method-without-integration': {
    severity: 'warning',
    message: (_label, count) =>
      `${count === 1 ? '1 method has' : `${count} methods have`} no integration. Choose one for each in the design (MOCK answers without a backend), or add x-amazon-apigateway-integration to the operations.`,
  },
  'import/security-not-carried': {
    severity: 'warning',
    message: (label, count) =>
      `${count === 1 ? '1 method asks' : `${count} methods ask`} for "${label}", a security scheme without a counterpart in API Gateway, and ${count === 1 ? 'stays' : 'stay'} open. Give the scheme an x-amazon-apigateway-authorizer, or set the authorization in the design.`,
  },
  'import/security-scheme-unknown': {
    severity: 'warning',
    message: (label, count) =>
      `${count === 1 ? '1 method asks' : `${count} methods ask`} for the security scheme "${label}", which the document does not define; it is left out. Define it, or set the authorization in the design.`,
  },
  'import/event-not-carried': {
    severity: 'info',
    message: (label, count) =>
      `${count === 1 ? `1 event of the type "${label}" is` : `${count} events of the type "${label}" are`} left out: ${count === 1 ? 'it does' : 'they do'} not go through API Gateway.`,
  },
  'import/resource-not-carried': {
    severity: 'info',
    message: (label, count) =>
      `${count === 1 ? `1 resource of the type ${label} is` : `${count} resources of the type ${label} are`} left out: ${count === 1 ? 'it is' : 'they are'} no part of an API.`,
  },
}

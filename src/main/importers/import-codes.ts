import type { DiagnosticCode } from '@shared/diagnostic'
import type { ImportLine } from '@shared/contract/import-report'

/** What an import can have to say. */
export type ImportCode =
  /** The document is of a format this release does not read (CloudFormation, SAM). */
  | 'import/format-not-read'
  /** The document is none of the formats known. */
  | 'import/format-unknown'
  /** `openapi` or `swagger` holds a version that is not 2.0, 3.0 or 3.1; the document is read as the nearest. */
  | 'import/version-unknown'
  /** A member has another type than the format asks for; it is left out. */
  | 'import/wrong-type'
  /** A member has a value outside of its list or range; it is left out. */
  | 'import/value-unknown'
  /** A member has no meaning here, or none that is known; it is left out. */
  | 'import/not-carried'
  /** A `$ref` that leads nowhere, or out of the document. */
  | 'import/reference-unresolved'
  /** `$ref`s that lead back to where they start. */
  | 'import/reference-cyclic'
  /** A CloudFormation function (`Fn::Sub`, `Ref` ...) became a text with `${...}`. */
  | 'import/intrinsic-approximated'
  /** Methods that have nothing to call. */
  | 'import/method-without-integration'
  /** An integration that lacks what the service demands. */
  | 'import/integration-incomplete'
  /** A security requirement names a scheme that is not defined. */
  | 'import/security-scheme-unknown'
  /** A security requirement that API Gateway has no authorizer for; the method stays open. */
  | 'import/security-not-carried'
  /** Alternatives among security requirements, of which a method can have one. */
  | 'import/security-approximated'
  /** An operation names a request validator that the document does not define. */
  | 'import/validator-unknown'
  /** A schema's pattern is not a valid regular expression; it is left out. */
  | 'import/pattern-invalid'
  /** A model got another name, because a model's name has letters and digits only. */
  | 'import/model-renamed'
  /** A schema was rewritten in draft-04's words. */
  | 'import/schema-approximated'
  /** A schema's keyword that models do not have, or that the service does not carry. */
  | 'import/schema-keyword-dropped'
  /** A parameter's type and limits: the service checks only that a parameter is present. */
  | 'import/parameter-schema-dropped'
  /** Words for people that have no place in a design. */
  | 'import/documentation-dropped'
  /** Members of other products (`x-...`), which mean nothing to API Gateway. */
  | 'import/extension-ignored'
  /** Members beside a `$ref`, which a reference replaces. */
  | 'import/reference-siblings-dropped'
  /** A response that is declared for no certain status. */
  | 'import/response-not-carried'
  /** What only REST APIs use, in a document that became an HTTP API. */
  | 'import/http-api-ignores'
  /** The base path of the document, which is not part of the resources. */
  | 'import/base-path-ignored'
  /** A path that had to be changed to become a resource. */
  | 'import/path-adjusted'
  /** A path with a part that the service refuses; it is kept as it stands. */
  | 'import/path-part-invalid'
  /** Two resources that the service refuses side by side; both are kept. */
  | 'import/resource-conflict'
  /** An operation that a path has twice in the text; the last one counts. */
  | 'import/operation-repeated'
  /** One parameter name in two places of a request; both are kept. */
  | 'import/parameter-name-repeated'
  /** More than the service holds by default. */
  | 'import/over-quota'
  /** The kind of endpoint was concluded from other members. */
  | 'import/endpoint-approximated'

/** What became of the thing that a diagnostic is about, for the list of the report; none for those about the document as a whole. */
export const OUTCOMES: { readonly [code in ImportCode]?: ImportLine['outcome'] } = {
  'import/wrong-type': 'dropped',
  'import/value-unknown': 'dropped',
  'import/not-carried': 'dropped',
  'import/reference-unresolved': 'dropped',
  'import/reference-cyclic': 'dropped',
  'import/intrinsic-approximated': 'approximated',
  'import/security-scheme-unknown': 'dropped',
  'import/security-not-carried': 'dropped',
  'import/security-approximated': 'approximated',
  'import/validator-unknown': 'dropped',
  'import/pattern-invalid': 'dropped',
  'import/model-renamed': 'approximated',
  'import/schema-approximated': 'approximated',
  'import/schema-keyword-dropped': 'dropped',
  'import/parameter-schema-dropped': 'dropped',
  'import/documentation-dropped': 'dropped',
  'import/extension-ignored': 'dropped',
  'import/reference-siblings-dropped': 'dropped',
  'import/response-not-carried': 'dropped',
  'import/http-api-ignores': 'dropped',
  'import/base-path-ignored': 'dropped',
  'import/path-adjusted': 'approximated',
  'import/path-part-invalid': 'kept',
  'import/resource-conflict': 'kept',
  'import/operation-repeated': 'dropped',
  'import/parameter-name-repeated': 'kept',
  'import/endpoint-approximated': 'approximated',
}

/** Every import code is a diagnostic code. */
export type ImportDiagnosticCode = ImportCode & DiagnosticCode

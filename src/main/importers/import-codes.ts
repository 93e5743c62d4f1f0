import type { DiagnosticCode } from '@shared/diagnostic'
import type { ImportLine } from '@shared/contract/import-report'

/** What an import can have to say. */
export type ImportCode =
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
  /** A member that an object of a template has twice; the last one counts. */
  | 'import/member-repeated'
  /** One parameter name in two places of a request; both are kept. */
  | 'import/parameter-name-repeated'
  /** More than the service holds by default. */
  | 'import/over-quota'
  /** What the SAM transform refuses; the rest is read as if it were not there. */
  | 'import/sam-refused'
  /** Events of functions and state machines that do not go through API Gateway. */
  | 'import/event-not-carried'
  /** The kind of endpoint was concluded from other members. */
  | 'import/endpoint-approximated'
  /** A resource of a template lacks what AWS demands of it, and is left out. */
  | 'import/property-missing'
  /** A resource of a template lacks a value, or has it in a form that AWS refuses; the value said is used. */
  | 'import/value-assumed'
  /** A resource of a template belongs to something that the template does not define. */
  | 'import/outside-template'
  /** A second resource of a template for what there can be one of; it is left out. */
  | 'import/resource-repeated'
  /** What a design keeps without acting on it. */
  | 'import/kept-not-simulated'
  /** An API that no stage makes callable. */
  | 'import/api-without-stage'
  /** A function of the template that API Gateway may not invoke. */
  | 'import/permission-missing'
  /** A template in which there is no API. */
  | 'import/no-api'
  /** Resources of a template that are no part of an API. */
  | 'import/resource-not-carried'
  /** A function of the template whose code does not lie beside it, or is in a language that is not run here. */
  | 'import/function-without-code'
  /** A part of a shell script that is no shell. */
  | 'import/script-syntax'
  /** A command of a script that the command line or the service refuses; nothing of it is read. */
  | 'import/command-refused'
  /** The same, where it is plain what is meant, which is read. */
  | 'import/command-corrected'
  /** What a script runs besides `aws`, or only on a condition. */
  | 'import/command-not-run'
  /** A command of another service, or one that changes nothing of a design. */
  | 'import/command-not-in-design'
  /** A command that works and is probably not what was meant. */
  | 'import/command-hint'
  /** A variable that a script never sets. */
  | 'import/value-made-up'

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
  'import/member-repeated': 'dropped',
  'import/parameter-name-repeated': 'kept',
  'import/endpoint-approximated': 'approximated',
  'import/sam-refused': 'dropped',
  'import/event-not-carried': 'dropped',
  'import/property-missing': 'dropped',
  'import/value-assumed': 'approximated',
  'import/outside-template': 'approximated',
  'import/resource-repeated': 'dropped',
  'import/kept-not-simulated': 'kept',
  'import/resource-not-carried': 'dropped',
  'import/function-without-code': 'approximated',
  'import/command-refused': 'dropped',
  'import/command-corrected': 'approximated',
  'import/command-not-run': 'dropped',
  'import/command-not-in-design': 'dropped',
  'import/value-made-up': 'approximated',
}

/** Every import code is a diagnostic code. */
export type ImportDiagnosticCode = ImportCode & DiagnosticCode

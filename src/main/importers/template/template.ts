import type { ImportParameter } from '@shared/contract/import-report'
import type { JsonRecord } from '../json-place'

/**
 * A CloudFormation template whose parameters, conditions and mappings are answered, so that only resources which would be made are left.
 *
 * Evaluated: what depends on resources still stands as a function in its long form: { Ref }, { "Fn::GetAtt": [name, attribute] },
 * { "Fn::Sub": [text, values] }, { "Fn::Join": [separator, parts] }. SAM's own resources are replaced at this stage.
 *
 * Resolved: no function is left. References have the values that a deployment would give them, made from the resources' names, so that
 * the same template always gives the same ids and ARNs.
 */
export interface Template {
  /** By logical id, in the order of the text. */
  readonly resources: ReadonlyMap<string, TemplateResource>
  readonly parameters: readonly ImportParameter[]
  /** Where a pointer into this template leads in the source text: functions and SAM move things. */
  readonly sourcePointer: (pointer: string) => string
  /** SAM's `Globals` section, evaluated as the resources are; absent when there is none, and once SAM is expanded. */
  readonly globals?: unknown
  /** Resources that are not made, by logical id, with the condition that is false. */
  readonly leftOut?: ReadonlyMap<string, string>
}

export interface TemplateResource {
  readonly logicalId: string
  /** "AWS::ApiGateway::RestApi". */
  readonly type: string
  /** What the text calls it, where SAM made another type of it: "AWS::Serverless::Function". For reports. */
  readonly writtenType?: string
  /** Plain JSON. */
  readonly properties: JsonRecord
  readonly metadata?: JsonRecord
  readonly dependsOn: readonly string[]
  /** "/Resources/OrdersApi"; of what SAM made, where `sourcePointer` finds its cause. */
  readonly pointer: string
  /** SAM's attribute `IgnoreGlobals`, as it is written. */
  readonly ignoreGlobals?: unknown
  /** The text does not hold it: SAM made it besides the resource that stands there. Reports do not name it. */
  readonly isMadeBySam?: true
}

import type { Diagnostic, Severity } from '@shared/diagnostic'
import type { ExportCode } from '../export-codes'
import { hasPseudoParameter, subOfPseudoParameters } from './placeholders'
import { LogicalIds } from './logical-id'
import type { ResourceDocument, TemplateObject, TemplateValue } from './template-document'
import { ref } from './template-functions'

/** Of a template. Source: CloudFormation User Guide, "Understand CloudFormation quotas". */
const MOST_PARAMETERS = 200

/** A parameter as it is declared. */
export interface ParameterDocument {
  /** Its value today; the person who deploys is asked for it when absent. */
  readonly Default?: string
  readonly Description: string
  readonly AllowedValues?: readonly string[]
}

/** Collects what a template is made of. Everything keeps the order it came in. */
export class TemplateParts {
  readonly parameters: Record<string, TemplateObject> = {}
  readonly conditions: Record<string, TemplateValue> = {}
  readonly resources: Record<string, ResourceDocument> = {}
  readonly outputs: Record<string, TemplateObject> = {}
  readonly diagnostics: Diagnostic[] = []
  private readonly ids = new LogicalIds()

  /** The logical id of a thing; see `LogicalIds.claim`. The same identity gives the same id again. */
  idFor(wanted: string, identity: string): string {
    return this.ids.claim(wanted, identity)
  }

  resource(logicalId: string, resource: ResourceDocument): void {
    const { Properties } = resource
    this.resources[logicalId] = Properties
      ? { ...resource, Properties: answered(Properties) as TemplateObject }
      : resource
  }

  /**
   * A reference to a parameter, declared when it is asked for the first time. A template can have 200 of them; further values stand in
   * the template as they are.
   */
  parameter(wanted: string, identity: string, parameter: ParameterDocument): TemplateValue {
    const id = this.ids.claim(wanted, `parameter ${identity}`)
    const isFull = Object.keys(this.parameters).length >= MOST_PARAMETERS
    if (isFull && !Object.hasOwn(this.parameters, id) && parameter.Default !== undefined) return parameter.Default
    this.parameters[id] ??= { Type: 'String', ...parameter }
    return ref(id)
  }

  output(wanted: string, identity: string, value: TemplateValue, description: string): void {
    this.outputs[this.ids.claim(wanted, `output ${identity}`)] = { Description: description, Value: value }
  }

  report(code: ExportCode, severity: Severity, pointer: string, message: string): void {
    this.diagnostics.push({ code, severity, message, pointer })
  }
}

/** A text that asks for CloudFormation's own parameters, as an imported document may, becomes a function that answers. */
function answered(value: TemplateValue): TemplateValue {
  if (typeof value === 'string') return hasPseudoParameter(value) ? { 'Fn::Sub': subOfPseudoParameters(value) } : value
  if (Array.isArray(value)) return value.map(answered)
  if (typeof value !== 'object' || value === null || 'Fn::Sub' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, answered(member)]))
}

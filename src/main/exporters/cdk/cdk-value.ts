import type { TemplateObject, TemplateValue } from '../cloudformation/template-document'
import { cdkAttributeName, cdkPropertyName } from './cdk-name'
import { memberName, quoted, textCode, type Code } from './code'
import { propertyShape } from './property-shape'

/** How code that stands in one method gets at the parameters and constructs of the stack. */
export interface CdkScope {
  /** The construct's variable or field, as in "orderApi" or "this.orderApi.orderApi"; null when no resource has that logical id. */
  readonly construct: (logicalId: string) => string | null
  /** The parameter's value, as in "this.parameters.stageName.valueAsString"; null when no parameter has that name. */
  readonly parameter: (name: string) => string | null
  /** The condition's field, as in "this.conditions.makesLogGroups"; null when there is none of that name. */
  readonly condition: (name: string) => string | null
}

/** The properties of a resource as the members of its class's `props`, functions as calls and references as variables. */
export function propertiesCode(resourceType: string, properties: TemplateObject, scope: CdkScope): Code {
  return typedCode(properties, { resourceType, scope }, [])
}

/** A value whose names are nobody's but the author's: documents, maps, outputs. */
export function dataCode(value: TemplateValue, scope: CdkScope): Code {
  return valueCode(value, scope, {
    item: (item) => dataCode(item, scope),
    member: (name, member) => ({ name, code: dataCode(member, scope) }),
  })
}

interface TypedContext {
  readonly resourceType: string
  readonly scope: CdkScope
}

function typedCode(value: TemplateValue, context: TypedContext, path: readonly string[]): Code {
  return valueCode(value, context.scope, {
    item: (item) => typedCode(item, context, path),
    member: (name, member) => ({ name: cdkPropertyName(name), code: memberCode(member, context, [...path, name]) }),
  })
}

function memberCode(value: TemplateValue, context: TypedContext, path: readonly string[]): Code {
  const shape = propertyShape(context.resourceType, path, Array.isArray(value))
  if (shape === 'data') return dataCode(value, context.scope)
  if (shape === 'typed') return typedCode(value, context, path)
  return valueCode(value, context.scope, {
    item: (item) => typedCode(item, context, path),
    member: (name, member) => ({ name, code: typedCode(member, context, path) }),
  })
}

/** What becomes of the parts of a value. */
interface Parts {
  readonly item: (item: TemplateValue) => Code
  readonly member: (name: string, member: TemplateValue) => { readonly name: string; readonly code: Code }
}

function valueCode(value: TemplateValue, scope: CdkScope, parts: Parts): Code {
  if (typeof value === 'string') return textCode(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) {
    const items = value.map((item) => ({ label: '', code: parts.item(item) }))
    return { open: '[', items, close: ']', isSpaced: false }
  }
  return functionCode(value, scope) ?? objectCode(value, parts)
}

function objectCode(value: TemplateObject, parts: Parts): Code {
  const items = Object.entries(value).map(([name, member]) => {
    const part = parts.member(name, member)
    return { label: `${memberName(part.name)}: `, code: part.code }
  })
  return { open: '{', items, close: '}', isSpaced: true }
}

/** A function of CloudFormation as a call; null when the object is none. */
function functionCode(value: TemplateObject, scope: CdkScope): Code | null {
  const [name, ...others] = Object.keys(value)
  if (name === undefined || others.length > 0) return null
  const argument = value[name] ?? null
  if (name === 'Ref') return typeof argument === 'string' ? referenceCode(argument, scope) : null
  if (name === 'Condition') return typeof argument === 'string' ? scope.condition(argument) : null
  if (!name.startsWith('Fn::')) return null
  return CALLS[name]?.(argument, scope) ?? tokenCode(name, argument, scope)
}

/** Source: CloudFormation User Guide, "Pseudo parameters"; aws-cdk-lib, Aws. */
const PSEUDO_PARAMETERS = new Map([
  ['AWS::AccountId', 'cdk.Aws.ACCOUNT_ID'],
  ['AWS::NoValue', 'cdk.Aws.NO_VALUE'],
  ['AWS::Partition', 'cdk.Aws.PARTITION'],
  ['AWS::Region', 'cdk.Aws.REGION'],
  ['AWS::StackId', 'cdk.Aws.STACK_ID'],
  ['AWS::StackName', 'cdk.Aws.STACK_NAME'],
  ['AWS::URLSuffix', 'cdk.Aws.URL_SUFFIX'],
])

function referenceCode(name: string, scope: CdkScope): Code {
  const pseudo = PSEUDO_PARAMETERS.get(name)
  if (pseudo !== undefined) return pseudo
  const construct = scope.construct(name)
  return scope.parameter(name) ?? (construct === null ? tokenCode('Ref', name, scope) : `${construct}.ref`)
}

const CALLS: { readonly [name: string]: ((argument: TemplateValue, scope: CdkScope) => Code | null) | undefined } = {
  'Fn::GetAtt': (argument, scope) => {
    if (!isList(argument)) return null
    const [logicalId, attribute] = argument
    if (typeof logicalId !== 'string' || typeof attribute !== 'string') return null
    const construct = scope.construct(logicalId)
    return construct === null ? null : `${construct}.${cdkAttributeName(attribute)}`
  },
  'Fn::Sub': (argument, scope) => {
    if (typeof argument === 'string') return `cdk.Fn.sub(${quoted(argument)})`
    if (!isList(argument)) return null
    const [text, values] = argument
    if (typeof text !== 'string' || !isObject(values)) return null
    const parts = {
      item: () => '',
      member: (name: string, one: TemplateValue) => ({ name, code: dataCode(one, scope) }),
    }
    const code = objectCode(values, parts)
    return typeof code === 'string'
      ? null
      : { ...code, open: `cdk.Fn.sub(${quoted(text)}, ${code.open}`, close: `${code.close})` }
  },
  'Fn::Join': (argument, scope) => {
    if (!isList(argument)) return null
    const [separator, items] = argument
    if (typeof separator !== 'string' || items === undefined || !isList(items)) return null
    return callCode(`cdk.Fn.join(${quoted(separator)}, [`, items, '])', scope)
  },
  'Fn::Select': (argument, scope) => listCall('select', argument, scope),
  'Fn::Split': (argument, scope) => listCall('split', argument, scope),
  'Fn::If': (argument, scope) => listCall('conditionIf', argument, scope, ').toString()'),
  'Fn::Equals': (argument, scope) => listCall('conditionEquals', argument, scope),
  'Fn::And': (argument, scope) => listCall('conditionAnd', argument, scope),
  'Fn::Or': (argument, scope) => listCall('conditionOr', argument, scope),
  'Fn::Not': (argument, scope) => listCall('conditionNot', argument, scope),
}

/** A function of the library that takes what the function of CloudFormation lists. */
function listCall(name: string, argument: TemplateValue, scope: CdkScope, close = ')'): Code | null {
  return isList(argument) ? callCode(`cdk.Fn.${name}(`, argument, close, scope) : null
}

function callCode(open: string, args: readonly TemplateValue[], close: string, scope: CdkScope): Code {
  return { open, items: args.map((item) => ({ label: '', code: dataCode(item, scope) })), close, isSpaced: false }
}

/** A function without a call of its own here. */
function tokenCode(name: string, argument: TemplateValue, scope: CdkScope): Code {
  const items = [{ label: `${memberName(name)}: `, code: dataCode(argument, scope) }]
  return { open: 'cdk.Token.asString({', items, close: '})', isSpaced: true }
}

function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value)
}

function isObject(value: TemplateValue | undefined): value is TemplateObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

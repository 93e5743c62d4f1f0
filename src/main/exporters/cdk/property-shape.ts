/**
 * What the members of a property are. "typed": their names are the CDK's, in its own case. "data": the author's names and values, written
 * as they are. "map": the author's names, whose values are typed.
 */
export type PropertyShape = 'typed' | 'data' | 'map'

/** Properties of free form, by name; they mean the same in every type of resource that has them. */
const DATA = new Set([
  'AssumeRolePolicyDocument',
  'Body',
  'Parameters',
  'Policy',
  'PolicyDocument',
  'RequestModels',
  'RequestParameters',
  'RequestTemplates',
  'ResponseModels',
  'ResponseParameters',
  'ResponseTemplates',
  'RouteSettings',
  'Schema',
  'StageVariableOverrides',
  'StageVariables',
  'Variables',
])

/** Maps whose values are typed, by type of resource and property. */
const MAPS = new Set([
  'AWS::ApiGateway::UsagePlan ApiStages Throttle',
  'AWS::ApiGatewayV2::RouteResponse ResponseParameters',
])

/**
 * The shape of a property of a resource, or of one inside of it: `path` is the names that lead there, as in ["ApiStages", "Throttle"].
 * Tags are typed where they are a list of keys and values, data where they are a map. Source: aws-cdk-lib 2.276.
 */
export function propertyShape(resourceType: string, path: readonly string[], isList: boolean): PropertyShape {
  const name = path.at(-1) ?? ''
  if (MAPS.has(`${resourceType} ${path.join(' ')}`)) return 'map'
  if (name === 'Tags') return isList ? 'typed' : 'data'
  return DATA.has(name) ? 'data' : 'typed'
}

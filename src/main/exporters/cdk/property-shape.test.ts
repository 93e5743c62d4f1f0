import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { cdkPropertyName } from './cdk-name'
import { propertyShape, type PropertyShape } from './property-shape'

const LIBRARY = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'))

// The types of both services, nested properties too, as the library's own code converts them.
it.each([
  ['ApiGateway', 22],
  ['ApiGatewayV2', 15],
])('knows the name and the shape of every property of %s', (service, typeCount) => {
  const properties = cdkProperties(service)
  const known = properties.map((property) => {
    const { resourceType, path, isList } = property
    return { ...property, member: cdkPropertyName(path.at(-1) ?? ''), shape: propertyShape(resourceType, path, isList) }
  })
  expect(known).toEqual(properties)
  expect(new Set(properties.map(({ resourceType }) => resourceType)).size).toBe(typeCount)
})

/** One property as a generated class of aws-cdk-lib turns it into CloudFormation. */
interface CdkProperty {
  /** "AWS::ApiGateway::UsagePlan". */
  readonly resourceType: string
  /** In CloudFormation's words: ["ApiStages", "Throttle"]. */
  readonly path: readonly string[]
  /** In the CDK's: "throttle". */
  readonly member: string
  readonly shape: PropertyShape
  readonly isList: boolean
}

interface Conversion {
  readonly name: string
  readonly converter: string
  readonly member: string
}

/** Every property of every type of a service, nested ones too: "ApiGateway". */
function cdkProperties(service: string): CdkProperty[] {
  const module = service.toLowerCase()
  const text = readFileSync(`${LIBRARY}/aws-${module}/lib/${module}.generated.js`, 'utf8')
  const functions = new Map(
    [...text.matchAll(/function convert(\w+)ToCloudFormation\(properties\)\{return (.*?):properties\}/g)].map(
      ([, name = '', body = '']) => [name, conversionsIn(body)],
    ),
  )
  return [...functions.keys()]
    .filter((name) => name.endsWith('Props'))
    .flatMap((name) =>
      propertiesOf(name, `AWS::${service}::${name.slice('Cfn'.length, -'Props'.length)}`, [], functions),
    )
}

function conversionsIn(body: string): Conversion[] {
  return [
    ...body.matchAll(/[{,]"?(\w+)"?:((?:[^,(]|\([^()]*(?:\([^()]*\)[^()]*)*\)|,(?!"?\w+"?:))*?)\(properties\.(\w+)\)/g),
  ].map(([, name = '', converter = '', member = '']) => ({ name, converter, member }))
}

function propertiesOf(
  functionName: string,
  resourceType: string,
  path: readonly string[],
  functions: ReadonlyMap<string, readonly Conversion[]>,
): CdkProperty[] {
  return (functions.get(functionName) ?? []).flatMap(({ name, converter, member }) => {
    const inner = /convert(\w+)ToCloudFormation/.exec(converter)?.[1]
    const own = [...path, name]
    const property = {
      resourceType,
      path: own,
      member,
      shape: shapeOf(converter),
      isList: converter.includes('listMapper'),
    }
    const isEndless = inner === functionName
    return [property, ...(inner === undefined || isEndless ? [] : propertiesOf(inner, resourceType, own, functions))]
  })
}

function shapeOf(converter: string): PropertyShape {
  if (/hashMapper\(convert/.test(converter)) return 'map'
  return /hashMapper|objectToCloudFormation/.test(converter) ? 'data' : 'typed'
}

import type { Template } from '../template/template'

/** As many types as a message names. */
const MOST_NAMED = 6

/** Why a template gives no design: what it holds instead of an API. */
export function noApiProblem(fileName: string, { resources, leftOut }: Template): string {
  const counts = new Map<string, number>()
  for (const { type } of resources.values()) counts.set(type, (counts.get(type) ?? 0) + 1)
  const named = [...counts].slice(0, MOST_NAMED).map(([type, count]) => (count === 1 ? type : `${count} ${type}`))
  const more = counts.size > MOST_NAMED ? ' and more' : ''
  const holds = counts.size === 0 ? 'no resources' : `${named.join(', ')}${more}`
  const conditions = [...new Set(leftOut?.values() ?? [])].slice(0, MOST_NAMED)
  const off =
    conditions.length === 0
      ? ''
      : ` Resources whose condition is false (${conditions.join(', ')}) are left out; other parameters may make them.`
  return `There is no API in ${fileName}: it has ${holds}. An API is a resource of the type AWS::ApiGateway::RestApi, AWS::ApiGatewayV2::Api, AWS::Serverless::Api, AWS::Serverless::HttpApi or AWS::Serverless::WebSocketApi, or an event of an AWS::Serverless::Function.${off}`
}

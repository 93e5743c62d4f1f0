import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'

const RESOURCES = 250
const VERBS = ['GET', 'POST', 'PUT', 'DELETE']

/** Writes a project of 1,000 methods, every one with a limit and an integration, and a long scenario. */
export async function writeLargeProject(path: string): Promise<void> {
  const paths = Array.from({ length: RESOURCES }, (_, index) => `/service-${index}/{id}`)
  const api = {
    protocolType: 'REST',
    id: 'large00001',
    name: 'Large',
    resources: Object.fromEntries(paths.map((each, index) => [each, { methods: methodsOf(index) }])),
    stages: { prod: { deploymentId: 'none', methodSettings: Object.fromEntries(paths.map(limitOf)) } },
  }
  const scenario = {
    name: 'Long run',
    apiId: 'large00001',
    stage: 'prod',
    durationInSeconds: 600,
    seed: 7,
    sources: [
      {
        name: 'Everyone',
        shape: { type: 'POISSON', ratePerSecond: 9000 },
        routes: Object.fromEntries(paths.map((each) => [`GET ${each}`, 1])),
      },
    ],
  }
  await writeFile(path, stringify({ gatewright: 1, name: 'large', apis: [api], scenarios: [scenario] }))
}

function methodsOf(resource: number): object {
  const method = (verb: string): object => ({
    operationName: `${verb} of service ${resource}`,
    integration: { type: 'HTTP_PROXY', httpMethod: verb, uri: `https://service-${resource}.example.com/{id}` },
  })
  return Object.fromEntries(VERBS.map((verb) => [verb, method(verb)]))
}

function limitOf(path: string): [string, object] {
  const key = `${path}/GET`
  return [key, { throttlingRateLimit: 30, throttlingBurstLimit: 60 }]
}

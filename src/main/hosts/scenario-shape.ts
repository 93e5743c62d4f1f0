const number = { type: 'number' }
const text = { type: 'string' }

/** One of several objects told apart by a member. Members beyond those named are left to the service. */
function variants(member: string, shapes: Record<string, readonly string[]>): object {
  return {
    type: 'object',
    required: [member],
    oneOf: Object.entries(shapes).map(([value, numbers]) => ({
      properties: { [member]: { const: value }, ...Object.fromEntries(numbers.map((name) => [name, number])) },
      required: numbers,
    })),
  }
}

const latency = variants('distribution', {
  CONSTANT: ['valueMs'],
  LOGNORMAL: ['medianMs', 'sigma'],
  EXPONENTIAL: ['meanMs'],
})

const trafficShape = variants('type', {
  CONSTANT: ['ratePerSecond'],
  POISSON: ['ratePerSecond'],
  BURST: ['count', 'at'],
  RAMP: ['fromRatePerSecond', 'toRatePerSecond'],
})

const distribution = { enum: ['UNIFORM', 'ZIPF'] }
const popularity = {
  type: 'object',
  properties: { count: number, distribution, exponent: number },
  required: ['count', 'distribution'],
}
const popularityOver = {
  type: 'object',
  properties: { names: { type: 'array', items: text }, distribution, exponent: number },
  required: ['names', 'distribution'],
}

const source = {
  type: 'object',
  properties: {
    name: text,
    shape: trafficShape,
    routes: { type: 'object', additionalProperties: number },
    apiKeys: popularityOver,
    identities: popularity,
    items: popularity,
    invalidBodies: number,
    missingTokens: number,
    deniedIdentities: number,
    wrongApiKeys: number,
    cacheBypasses: number,
    sourceIp: text,
    vpcEndpointId: text,
  },
  required: ['name', 'shape', 'routes'],
}

const backend = {
  type: 'object',
  properties: { latency, errorRate: number, concurrencyLimit: number, responseBytes: number },
  required: ['latency'],
}

const check = {
  type: 'object',
  properties: {
    metric: text,
    apiKey: text,
    route: text,
    operator: { enum: ['<', '<=', '==', '>=', '>'] },
    value: number,
  },
  required: ['metric', 'operator', 'value'],
}

/**
 * A `Scenario` by its types alone. Ranges, names and sums are the service's to judge: it answers with a diagnostic for each, where
 * the edge could only refuse the call.
 */
export const scenarioShape = {
  type: 'object',
  properties: {
    name: text,
    description: text,
    apiId: text,
    stage: text,
    durationInSeconds: number,
    seed: number,
    startsAt: text,
    sources: { type: 'array', items: source },
    backends: { type: 'object', additionalProperties: backend },
    authorizer: { type: 'object', properties: { latency, errorRate: number }, required: ['latency'] },
    checks: { type: 'array', items: check },
  },
  required: ['name', 'apiId', 'stage', 'durationInSeconds', 'seed', 'sources'],
}

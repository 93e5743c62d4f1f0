import { describe, expect, it } from 'vitest'
import { readOperation } from './read-operation'
import { splitArguments } from './split-arguments'

const FILES: Readonly<Record<string, string>> = {
  'api.json': '{"openapi":"3.0.1"}',
  'input.json': '{"name":"from file","tags":{"a":"b"}}',
}

function read(...args: string[]) {
  const words = splitArguments(args)
  const service = words.service === 'apigateway' ? 'apigateway' : 'apigatewayv2'
  const result = readOperation(service, words, { readFile: (path) => FILES[path] ?? null, isRawBinary: false })
  return 'problem' in result
    ? result.problem
    : { values: result.values, problems: result.problems, ...(result.outfile && { outfile: result.outfile }) }
}

describe('readOperation', () => {
  it('reads options of every type, in shorthand and as JSON', () => {
    expect([
      read(
        'apigateway',
        'create-usage-plan',
        '--name',
        'p',
        '--throttle',
        'burstLimit=100,rateLimit=50.5',
        '--quota',
        '{"limit":1,"period":"DAY"}',
        '--api-stages',
        'apiId=a,stage=b',
        'apiId=c,stage=d',
      ),
      read('apigateway', 'create-api-key', '--no-enabled', '--name=k'),
      read(
        'apigatewayv2',
        'create-api',
        '--name',
        'n',
        '--protocol-type',
        'HTTP',
        '--cors-configuration',
        'AllowOrigins=*,AllowMethods=GET,POST,MaxAge=5',
      ),
      read(
        'apigatewayv2',
        'update-stage',
        '--api-id',
        'a',
        '--stage-name',
        's',
        '--route-settings',
        '{"GET /x":{"ThrottlingRateLimit":5}}',
      ),
      read(
        '--region',
        'eu-west-1',
        'apigateway',
        'get-resources',
        '--rest-api-id',
        'a',
        '--embed',
        'methods',
        '--query',
        'items[0]',
      ),
    ]).toEqual([
      {
        values: {
          name: 'p',
          throttle: { burstLimit: 100, rateLimit: 50.5 },
          quota: { limit: 1, period: 'DAY' },
          apiStages: [
            { apiId: 'a', stage: 'b' },
            { apiId: 'c', stage: 'd' },
          ],
        },
        problems: [],
      },
      { values: { enabled: false, name: 'k' }, problems: [] },
      {
        values: {
          name: 'n',
          protocolType: 'HTTP',
          corsConfiguration: { allowOrigins: ['*'], allowMethods: ['GET', 'POST'], maxAge: 5 },
        },
        problems: [],
      },
      { values: { apiId: 'a', stageName: 's', routeSettings: { 'GET /x': { throttlingRateLimit: 5 } } }, problems: [] },
      { values: { restapi_id: 'a', embed: ['methods'] }, problems: [] },
    ])
  })

  it('reads files, the whole input and where an answer goes', () => {
    expect([
      read('apigateway', 'import-rest-api', '--body', 'fileb://api.json', '--fail-on-warnings'),
      read('apigateway', 'import-rest-api', '--cli-binary-format', 'raw-in-base64-out', '--body', 'file://api.json'),
      read('apigatewayv2', 'import-api', '--body', 'file://api.json'),
      read('apigateway', 'create-rest-api', '--cli-input-json', 'file://input.json', '--name', 'own'),
      read('apigateway', 'get-export', '--rest-api-id', 'a', '--stage-name', 's', '--export-type', 'oas30', 'out.json'),
    ]).toEqual([
      { values: { body: FILES['api.json'], failonwarnings: true }, problems: [] },
      { values: { body: FILES['api.json'] }, problems: [] },
      { values: { body: FILES['api.json'] }, problems: [] },
      { values: { name: 'own', tags: { a: 'b' } }, problems: [] },
      { values: { restapi_id: 'a', stage_name: 's', export_type: 'oas30' }, problems: [], outfile: 'out.json' },
    ])
  })

  it('refuses what the command line refuses, with the right form, and reads what is meant', () => {
    expect([
      read('apigateway', 'create-rest-api', '--name', 'n', '--endpoint-types', 'REGIONAL'),
      read('apigateway', 'import-rest-api', '--body', 'file://api.json'),
      read('apigateway', 'create-api-key', '--name', 'k', '--enabled', 'true'),
      read(
        'apigateway',
        'put-method',
        '--api-id',
        'a',
        '--resource-id',
        'b',
        '--http-method',
        'GET',
        '--authorization-typ',
        'NONE',
      ),
      read(
        'apigatewayv2',
        'update-route',
        '--api-id',
        'a',
        '--route-id',
        'r',
        '--route-key',
        'GET /o',
        '--default-route-settings',
        '{"ThrottlingRateLimit": 5}',
      ),
      read(
        'apigatewayv2',
        'create-api',
        '--name',
        'n',
        '--protocol-type',
        'HTTP',
        '--cors-configuration',
        '{"allowOrigins":["*"],"Weather":1}',
      ),
      read('apigateway', 'create-deployment', '--rest-api-id', 'a', '--canary-settings', '{percentTraffic'),
      read('apigateway', 'import-rest-api', '--body', 'fileb://none.json'),
    ]).toEqual([
      {
        values: { name: 'n', endpointConfiguration: { types: ['REGIONAL'] } },
        problems: ['Unknown options: --endpoint-types, REGIONAL. Write --endpoint-configuration types=REGIONAL.'],
      },
      {
        values: { body: FILES['api.json'] },
        problems: [
          'Invalid base64: --body takes bytes. Write fileb://api.json, or add --cli-binary-format raw-in-base64-out.',
        ],
      },
      {
        values: { name: 'k', enabled: true },
        problems: ['Unknown options: true. --enabled takes no value: write --enabled.'],
      },
      {
        values: { restapi_id: 'a', resource_id: 'b', http_method: 'GET' },
        problems: [
          'Unknown options: --api-id, a. Write --rest-api-id a.',
          'Unknown options: --authorization-typ, NONE. Did you mean --authorization-type?',
          'the following arguments are required: --authorization-type.',
        ],
      },
      {
        values: { apiId: 'a', routeId: 'r', routeKey: 'GET /o' },
        problems: [
          `Unknown options: --default-route-settings, {"ThrottlingRateLimit": 5}. That is set on the stage: aws apigatewayv2 update-stage --api-id a --stage-name STAGE --route-settings '{"GET /o": {"ThrottlingRateLimit": 5}}'`,
        ],
      },
      {
        values: { name: 'n', protocolType: 'HTTP', corsConfiguration: { allowOrigins: ['*'] } },
        problems: [
          'Unknown parameter in --cors-configuration: "allowOrigins", must be one of: AllowCredentials, AllowHeaders, AllowMethods, AllowOrigins, ExposeHeaders, MaxAge. Did you mean AllowOrigins?',
          'Unknown parameter in --cors-configuration: "Weather", must be one of: AllowCredentials, AllowHeaders, AllowMethods, AllowOrigins, ExposeHeaders, MaxAge.',
        ],
      },
      {
        values: { restapi_id: 'a' },
        problems: [expect.stringMatching(/^Error parsing parameter '--canary-settings': Invalid JSON: /) as string],
      },
      {
        values: {},
        problems: [
          "Error parsing parameter '--body': Unable to load paramfile fileb://none.json: there is no file none.json beside the script, and the script does not write it.",
        ],
      },
    ])
  })

  it('knows commands that people make up', () => {
    const settings = '{"CachingEnabled":true,"UnauthorizedCacheControlHeaderStrategy":"REPLACE_WITH_403"}'
    expect([
      read(
        'apigateway',
        'put-method-settings',
        '--rest-api-id',
        'a',
        '--stage-name',
        'v1',
        '--http-method',
        'GET',
        '--settings',
        settings,
      ),
      read('apigateway', 'create-route', '--api-id', 'a'),
      read('apigateway', 'create-rest-apis'),
      read('apigatewayv2', 'frobnicate'),
    ]).toEqual([
      '"aws apigateway put-method-settings" does not exist: the command line answers "Invalid choice". Use aws apigateway update-stage --rest-api-id a --stage-name v1 --patch-operations op=replace,path=/~1PATH/GET/caching/enabled,value=true op=replace,path=/~1PATH/GET/caching/unauthorizedCacheControlHeaderStrategy,value=FAIL_WITH_403; REPLACE_WITH_403 is no strategy, use one of FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER, SUCCEED_WITHOUT_RESPONSE_HEADER.',
      '"aws apigateway create-route" does not exist: the command line answers "Invalid choice". It is a command of apigatewayv2: aws apigatewayv2 create-route.',
      '"aws apigateway create-rest-apis" does not exist: the command line answers "Invalid choice". Did you mean create-rest-api?',
      '"aws apigatewayv2 frobnicate" does not exist: the command line answers "Invalid choice".',
    ])
  })
})

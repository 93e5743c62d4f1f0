import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import { updateMethod } from '@shared/design/edits/update-method'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { randomDesign } from '../../project-format/testing/random-design'
import { Random } from '../../project-format/testing/random'
import { allKindsDesign } from './all-kinds-design.fixture'
import { exportCliScript } from './export-cli-script'

function scriptOf(design: Design): string {
  return exportCliScript(design, { format: 'cli' }).files[0]?.text ?? ''
}

/** Has the command line say its words instead of doing anything; each answer that is asked for is "id-" and a number. */
const STUB = `
aws() {
  printf 'aws' >&3; printf '\\t%s' "$@" >&3; printf '\\n' >&3
  echo "id-$RANDOM"
}
`

/** The words of each command that bash runs, those with a new line in them marked. */
function commandsOf(design: Design): string[][] {
  const script = `${STUB}\nexec 3>&1\n{\n${scriptOf(design)}\n} > /dev/null\n`
  const text = execFileSync('bash', ['-s'], { input: script, encoding: 'utf8' })
  return text
    .split(/\naws\t|^aws\t/)
    .slice(1)
    .map((line) => line.replace(/\n$/, '').split('\t'))
}

function optionOf(command: readonly string[], name: string): string | undefined {
  const at = command.indexOf(`--${name}`)
  return at === -1 ? undefined : command[at + 1]
}

const hasBash = spawnSync('bash', ['--version']).status === 0

describe('exportCliScript', () => {
  it('begins with what differs per environment, and ends with the URLs', () => {
    const lines = scriptOf(orderDesign()).split('\n')
    expect(lines.slice(0, 17)).toEqual([
      '#!/usr/bin/env bash',
      '# order-platform: REST API Orders.',
      '# Makes everything anew each time it is run. Needs the AWS CLI, version 2, and the functions that the APIs call.',
      'set -euo pipefail',
      '',
      '# What differs from one environment to the next.',
      'REGION=us-east-1',
      'ACCOUNT_ID=123456789012',
      'SESSION_FUNCTION_ARN="arn:aws:lambda:$REGION:$ACCOUNT_ID:function:session"',
      'LIST_ORDERS_FUNCTION_ARN="arn:aws:lambda:$REGION:$ACCOUNT_ID:function:list-orders"',
      'CREATE_ORDER_FUNCTION_ARN="arn:aws:lambda:$REGION:$ACCOUNT_ID:function:create-order"',
      'ORDERS_PROD_STAGE=prod',
      'ORDERS_DEV_STAGE=dev',
      'API_EXAMPLE_COM_DOMAIN_NAME=api.example.com',
      "API_EXAMPLE_COM_CERTIFICATE_ARN=''",
      '',
      'export AWS_REGION="$REGION"',
    ])
    expect(lines.slice(-4)).toEqual([
      '# Where they answer',
      'echo "Orders, prod: https://$ORDERS_API_ID.execute-api.$REGION.amazonaws.com/$ORDERS_PROD_STAGE"',
      'echo "Orders, dev: https://$ORDERS_API_ID.execute-api.$REGION.amazonaws.com/$ORDERS_DEV_STAGE"',
      '',
    ])
  })

  it('is deterministic', () => {
    expect(scriptOf(allKindsDesign())).toBe(scriptOf(structuredClone(allKindsDesign())))
  })

  it.runIf(hasBash)('makes everything in the order that the service needs', () => {
    const names = commandsOf(orderDesign()).map(([service, operation]) => `${service} ${operation}`)
    const first = (name: string): number => names.indexOf(name)
    const order = [
      'apigateway create-rest-api',
      'apigateway create-model',
      'apigateway create-request-validator',
      'apigateway create-authorizer',
      'apigateway create-resource',
      'apigateway put-method',
      'apigateway put-integration',
      'apigateway create-deployment',
      'apigateway create-stage',
      'apigateway update-stage',
      'lambda add-permission',
      'apigateway create-api-key',
      'apigateway create-usage-plan',
      'apigateway create-usage-plan-key',
      'apigateway create-domain-name',
      'apigateway create-base-path-mapping',
    ]
    expect(order.map(first)).toEqual(order.map(first).toSorted((one, other) => one - other))
    expect(order.filter((name) => first(name) === -1)).toEqual([])
  })

  it.runIf(hasBash)('hands on JSON that is JSON, with the ids of what was made', () => {
    const commands = commandsOf(allKindsDesign())
    const json = commands
      .flat()
      .filter((word) => /^[[{]/.test(word) && !word.startsWith('{id}') && !word.startsWith('{proxy'))
    expect(json.length).toBeGreaterThan(25)
    for (const text of json) expect(() => void JSON.parse(text)).not.toThrow()
    const plan = commands.find(([, operation]) => operation === 'create-usage-plan') ?? []
    const [stage] = JSON.parse(optionOf(plan, 'api-stages') ?? '[]') as { apiId: string; stage: string }[]
    expect([stage?.apiId.startsWith('id-'), stage?.stage]).toEqual([true, 'prod'])
  })

  it.runIf(hasBash)('hands on texts as they are', () => {
    const commands = commandsOf(allKindsDesign())
    expect(commands.find(([, operation]) => operation === 'create-api')?.slice(2, 6)).toEqual([
      '--name',
      "The shop's API",
      '--protocol-type',
      'HTTP',
    ])
    const chat = commands.find((command) => command.includes('--request-templates')) ?? []
    expect(JSON.parse(optionOf(chat, 'request-templates') ?? '')).toEqual({ $default: '#set($a = "x")\n{"a": "$a"}' })
  })

  it.runIf(hasBash)('gives each function one permission, as narrow as its routes', () => {
    const sources = commandsOf(orderDesign()).flatMap(
      (command) => optionOf(command, 'source-arn')?.replace(/id-\d+/, 'ID') ?? [],
    )
    expect(sources).toEqual([
      'arn:aws:execute-api:us-east-1:123456789012:ID/*/GET/orders',
      'arn:aws:execute-api:us-east-1:123456789012:ID/*/POST/orders',
      'arn:aws:execute-api:us-east-1:123456789012:ID/authorizers/*',
    ])
  })

  it('writes the values of keys when it is asked to, and says when it does not', () => {
    const { files, diagnostics } = exportCliScript(orderDesign(), { format: 'cli', hasKeyValues: true })
    expect(files[0]?.text).toContain('--value a1b2c3d4e5f6a7b8c9d0')
    expect(diagnostics.some(({ pointer }) => pointer === '/apiKeys')).toBe(false)
    expect(scriptOf(orderDesign())).not.toContain('a1b2c3d4e5f6a7b8c9d0')
  })

  it.runIf(hasBash)('a model waits for those it names, also in a circle', () => {
    const $ref = (name: string) => ({ $ref: `https://apigateway.amazonaws.com/restapis/x/models/${name}` })
    const design = orderDesign()
    const models = {
      A: { contentType: 'application/json', schema: { properties: { b: $ref('B') } } },
      B: { contentType: 'application/json', schema: { properties: { a: $ref('A') } } },
    }
    const apis = design.apis.map((api) => (api.protocolType === 'REST' ? { ...api, models } : api))
    const names = commandsOf({ ...design, apis })
      .filter(([, operation]) => operation?.endsWith('-model'))
      .map((command) => `${command[1]} ${optionOf(command, 'name') ?? optionOf(command, 'model-name')}`)
    expect(names).toEqual(['create-model B', 'create-model A', 'update-model B'])
  })

  it('says what the service would refuse', () => {
    const twice = updateIntegration(orderDesign(), ORDERS, '/orders/{id}', 'GET', {
      integrationResponses: [{ statusCode: '200' }, { statusCode: '200', selectionPattern: 'x' }],
    })
    const design = updateMethod(twice, ORDERS, '/orders', 'GET', { integration: undefined })
    const errors = exportCliScript(design, { format: 'cli' }).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['export/refused', '/apis/0/resources/~1orders/methods/GET'],
      ['export/not-carried', '/apis/0/resources/~1orders~1{id}/methods/GET/integration/integrationResponses/1'],
    ])
  })

  it.runIf(hasBash)('no text of a design is run', () => {
    const hostile = 'x"; echo pwned >&3 #\'\necho pwned >&3\n$(echo pwned >&3)`echo pwned >&3`\\'
    const design = orderDesign()
    const apis = design.apis.map((api) =>
      api.protocolType === 'REST'
        ? {
            ...api,
            name: hostile,
            description: hostile,
            stages: { [hostile]: { methodSettings: {}, description: hostile } },
          }
        : api,
    )
    const commands = commandsOf({ ...design, name: hostile, apis, accountId: hostile })
    expect(optionOf(commands[0] ?? [], 'description')).toBe(hostile)
    const stage = commands.find(([, operation]) => operation === 'create-stage') ?? []
    expect([optionOf(stage, 'stage-name'), optionOf(stage, 'description')]).toEqual([hostile, hostile])
    expect(commands.flat()).not.toContain('pwned')
    expect(commands.every(([service = '']) => /^[a-z0-9]+$/.test(service))).toBe(true)
  })

  it.runIf(hasBash)('whatever a design holds, bash takes the script', () => {
    const random = new Random(7)
    const scripts = Array.from({ length: 12 }, () => scriptOf(randomDesign(random)).replaceAll('\0', ''))
    for (const input of scripts) expect(() => execFileSync('bash', ['-n'], { input, stdio: 'pipe' })).not.toThrow()
  })
})

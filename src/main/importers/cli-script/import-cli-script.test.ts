import { newDesign } from './testing/expected-design'
import { describe, expect, it } from 'vitest'
import type { ImportOptions } from '../import-options'
import { importCliScript } from './import-cli-script'

/** Problems as "line severity message". */
function imported(script: string, options: ImportOptions = {}) {
  const report = importCliScript(script, 'deploy.sh', options)
  return {
    report,
    design: report.design!,
    problems: report.diagnostics.map(({ range, severity, message }) => `${range?.line} ${severity} ${message}`),
    lines: report.carried.filter(({ outcome }) => outcome === 'carried').map(({ text }) => text),
  }
}

const REST = `#!/bin/bash
set -euo pipefail
REGION=\${AWS_REGION:-eu-west-1}
NAME="orders"

# The API with its root
API_ID=$(aws apigateway create-rest-api --name "$NAME" --endpoint-configuration types=REGIONAL --region "$REGION" --query id --output text)
ROOT=$(aws apigateway get-resources --rest-api-id $API_ID --query "items[?path=='/'].id" --output text)
ORDERS=$(aws apigateway create-resource --rest-api-id $API_ID --parent-id $ROOT --path-part orders | jq -r .id)

cat > template.json <<'EOF'
{"application/json": "{\\"statusCode\\": 200}"}
EOF

for VERB in GET POST; do
  aws apigateway put-method --rest-api-id $API_ID --resource-id $ORDERS --http-method $VERB --authorization-type NONE > /dev/null
  aws apigateway put-integration --rest-api-id $API_ID --resource-id $ORDERS --http-method $VERB \\
    --type MOCK --request-templates file://template.json
done

deploy() {
  aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name "$1" --query id --output text
}
DEPLOYMENT=$(deploy prod)
aws apigateway update-stage --rest-api-id $API_ID --stage-name prod \\
  --patch-operations op=replace,path=/*/*/throttling/rateLimit,value=10 op=replace,path=/description,value="$DEPLOYMENT"
echo "https://$API_ID.execute-api.$REGION.amazonaws.com/prod"
`

describe('importCliScript', () => {
  it('makes the API that a script makes: captures, loops, functions, documents, pipes', () => {
    const { design, problems, lines, report } = imported(REST)
    const [api] = design.apis
    const deploymentId = api?.protocolType === 'REST' ? api.deployments[0]?.id : ''
    const method = {
      authorizationType: 'NONE',
      apiKeyRequired: false,
      methodResponses: [],
      integration: {
        type: 'MOCK',
        requestTemplates: { 'application/json': '{"statusCode": 200}' },
        integrationResponses: [],
      },
    }
    expect(problems).toEqual([])
    expect(design.region).toBe('eu-west-1')
    expect(api).toMatchObject({
      name: 'orders',
      endpointConfiguration: { types: ['REGIONAL'] },
      resources: { '/orders': { methods: { GET: method, POST: method } } },
      stages: {
        prod: { deploymentId, description: deploymentId, methodSettings: { '*/*': { throttlingRateLimit: 10 } } },
      },
    })
    expect(lines).toEqual([
      'create-rest-api orders',
      'get-resources',
      'create-resource /orders',
      'put-method GET /orders',
      'put-integration GET /orders',
      'put-method POST /orders',
      'put-integration POST /orders',
      'create-deployment prod',
      'update-stage prod',
    ])
    expect(report.parameters).toEqual([{ name: 'AWS_REGION', type: 'String', value: 'eu-west-1', source: 'default' }])
  })

  it('reads a file beside the script, and what another command has written', () => {
    const openApi = JSON.stringify({
      openapi: '3.0.1',
      info: { title: 'Pets', version: '1' },
      paths: { '/pets': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } },
    })
    const files = {
      has: (path: string) => path === 'api.json',
      read: (path: string) => (path === 'api.json' ? new TextEncoder().encode(openApi) : null),
    }
    const { design, problems } = imported(
      'aws apigateway import-rest-api --body fileb://./api.json > made.json\nID=$(jq -r .id made.json)\naws apigateway create-deployment --rest-api-id $ID --stage-name prod',
      { files },
    )
    expect(problems).toEqual([])
    expect(design.apis.map(({ name, stages }) => [name, Object.keys(stages)])).toEqual([['Pets', ['prod']]])
  })

  it('takes variables from outside as parameters, and says which were made up', () => {
    const script =
      'aws apigateway create-rest-api --name $NAME --description ${WORDS:-none}\naws apigateway get-rest-api --rest-api-id $1'
    const { design, problems, report } = imported(script, { parameters: { NAME: 'given' } })
    expect(design.apis.map(({ name, description }) => [name, description])).toEqual([['given', 'none']])
    expect(report.parameters).toEqual([
      { name: 'NAME', type: 'String', value: 'given', source: 'given' },
      { name: 'WORDS', type: 'String', value: 'none', source: 'default' },
      { name: '1', type: 'String', value: '1', source: 'asked' },
    ])
    expect(problems).toContain(
      '2 warning $1 is not set in the script; it is taken as 1. Set it, or give it as a parameter.',
    )
  })

  it('notes commands of other services, keeps functions, and gives captures values', () => {
    const { design, problems, lines } = imported(
      `ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
FUNCTION=$(aws lambda create-function --function-name list --handler index.handler --timeout 10 --memory-size 256 \\
  --environment 'Variables={TABLE=items}' --query FunctionArn --output text)
aws dynamodb create-table --table-name items
API=$(aws apigatewayv2 create-api --name items --protocol-type HTTP --target $FUNCTION --description $ACCOUNT --query ApiId --output text)
aws lambda add-permission --function-name list --source-arn "arn:aws:execute-api:us-east-1:$ACCOUNT:$API/*"`,
    )
    expect(design.functions).toEqual({ list: { timeout: 10, memorySize: 256, environment: { TABLE: 'items' } } })
    expect(design.apis[0]).toMatchObject({
      description: '123456789012',
      integrations: expect.objectContaining({}) as object,
      routes: { $default: { authorizationType: 'NONE' } },
    })
    expect(lines).toEqual([
      'aws lambda create-function list: its name, time and memory; its code is not part of a design',
      'create-api items',
    ])
    expect(problems).toEqual([
      '1 info "aws sts get-caller-identity" is not part of a design and is passed over.',
      '4 info "aws dynamodb create-table" is not part of a design and is passed over.',
      '6 info "aws lambda add-permission" is not part of a design and is passed over.',
    ])
  })

  it('runs nothing that depends on what is not known, and says where', () => {
    const { problems, lines } = imported(
      `if [ -z "$X" ]; then
  aws apigateway create-rest-api --name never
fi
while read -r LINE; do echo $LINE; done < list.txt
[ -n "$Y" ] && aws apigateway create-rest-api --name neither
curl -s https://example.com
N=$((1 + 2))
aws apigateway create-rest-api --name yes --endpoint-configuration types=REGIONAL || exit 1
aws apigateway get-account
exit 0
aws apigateway create-rest-api --name after`,
    )
    expect(lines).toEqual(['create-rest-api yes', 'get-account'])
    expect(problems).toEqual([
      '1 warning "if" is not run, since what it depends on is not known: 1 command for API Gateway in it is not read. Write the commands without it to have them read.',
      '4 info "while" is not run, since what it depends on is not known: it holds no command for API Gateway.',
      '5 warning What stands behind && is not run, since what is before it is not known.',
      '6 info "curl -s https://example.com" is not run; what it would print is taken as nothing.',
      '7 warning $((1 + 2)) is not worked out and taken as nothing.',
      expect.stringMatching(/^8 warning The REST API "yes" has no stage at the end of the script/) as string,
      '10 info The script ends here with exit; what follows is not read.',
    ])
  })

  it('corrects what is plainly meant, and refuses the rest with the right form', () => {
    const { design, problems } = imported(
      `aws apigatewayv2 create-api --name my-app --protocol-type HTTP
aws apigatewayv2 create-integration --api-id abc123 --integration-type HTTP_PROXY --integration-method GET --integration-uri https://example.com
aws apigatewayv2 create-route --api-id abc123 --route-key "GET /items" --target integrations/def456
aws apigatewayv2 create-stage --api-id abc123 --stage-name prod --auto-deploy
aws apigatewayv2 delete-api --api-id abc123
aws apigateway create-rest-api --names x`,
    )
    const [api] = design.apis
    const [integrationId] = api?.protocolType === 'HTTP' ? Object.keys(api.integrations) : []
    expect(design.apis).toMatchObject([
      { name: 'my-app', routes: { 'GET /items': { target: integrationId } }, stages: { prod: { autoDeploy: true } } },
    ])
    const refused = 'AWS answers NotFoundException: Invalid API identifier specified 123456789012:abc123.'
    const meant = `--api-id abc123 names nothing that is here. Did you mean ${api?.id}, the HTTP API "my-app"? It is read as that.`
    const capture = 'Capture ids where they are made, with --query and --output text.'
    expect(problems).toEqual([
      `2 error "create-integration": ${refused} ${meant} ${capture}`,
      `3 error "create-route GET /items": ${refused} ${meant} --target integrations/def456 names nothing that is here. Did you mean ${integrationId}, the HTTP_PROXY integration? It is read as that. ${capture}`,
      `4 error "create-stage prod": ${refused} ${meant} ${capture}`,
      `5 error "delete-api": ${refused} No HTTP or WebSocket API has this id. Did you mean ${api?.id}, the HTTP API "my-app"?`,
      '6 error "create-rest-api": the command line refuses it. Unknown options: --names, x. Did you mean --name? the following arguments are required: --name.',
    ])
  })

  it('says what is left undone at the end, where it began', () => {
    const { problems } = imported(
      `API=$(aws apigateway create-rest-api --name a --query id --output text)
ROOT=$(aws apigateway get-resources --rest-api-id $API --query 'items[0].id' --output text)
aws apigateway put-method --rest-api-id $API --resource-id $ROOT --http-method GET --authorization-type NONE
aws apigateway create-deployment --rest-api-id $API --stage-name prod
aws apigateway create-usage-plan --name p
W=$(aws apigatewayv2 create-api --name w --protocol-type WEBSOCKET --route-selection-expression '$request.body.action' --query ApiId --output text)
aws apigatewayv2 create-route --api-id $W --route-key send`,
    )
    expect(problems.map((problem) => problem.replace(/(id) [a-z0-9]{10}/g, '$1 ID'))).toEqual([
      '1 warning The REST API "a" has no stage at the end of the script, so nobody can call it: aws apigateway create-deployment --rest-api-id ID --stage-name prod.',
      `2 info --query 'items[0].id' is not promised to be the root: use --query "items[?path=='/'].id".`,
      '3 warning GET / of "a" has no integration, so the API cannot be deployed: add put-integration.',
      '4 error "create-deployment prod": AWS answers BadRequestException: No integration defined for method. GET / has none: add put-integration.',
      '5 warning The usage plan "p" covers no stage, so it limits nothing: add --api-stages apiId=API,stage=STAGE.',
      '6 warning The WEBSOCKET API "w" has no stage at the end of the script, so nobody can call it: aws apigatewayv2 create-stage --api-id ID --stage-name prod --auto-deploy.',
      '7 warning The route send of "w" has no target, so it does nothing: add --target integrations/ID.',
    ])
  })

  it('gives the same design twice, and an empty one for a script without APIs', () => {
    expect(JSON.stringify(imported(REST).report)).toBe(JSON.stringify(imported(REST).report))
    expect(imported('aws apigateway get-account').design).toEqual(newDesign('deploy'))
  })

  it('says nothing of AWS where an id comes from outside of the script', () => {
    const { design, problems } = imported(
      `aws apigateway get-stages --rest-api-id $OUTSIDE
aws apigatewayv2 create-api --name items --protocol-type HTTP --target https://example.com
aws apigatewayv2 create-route --api-id $API_ID --route-key 'GET /a'`,
    )
    const id = design.apis[0]?.id
    expect(problems.filter((problem) => !problem.includes('is not set in the script'))).toEqual([
      '1 error "get-stages" is not read: $OUTSIDE comes from outside of the script, and nothing here has that id. Add the commands that make it.',
      `3 warning "create-route GET /a": $API_ID comes from outside of the script. --api-id api-id names nothing that is here. Did you mean ${id}, the HTTP API "items"? It is read as that.`,
      '3 warning The route GET /a of "items" has no target, so it answers 500: add --target integrations/ID.',
    ])
  })

  it('reads several captures at once, ranges in braces, and what tools print', () => {
    const { design, problems } = imported(
      `read API ROOT <<< $(aws apigateway create-rest-api --name a --query '[id,rootResourceId]' --output text)
for N in {1..3} x{a,b}; do
  aws apigateway create-resource --rest-api-id $API --parent-id $ROOT --path-part "r$N"
done
printf '%s-%s\\n' a b c > names.txt
aws apigateway update-rest-api --rest-api-id $API --patch-operations op=replace,path=/description,value="$(cat names.txt | tr '\\n' ' ' | sed 's/ $//g' 2> /dev/null)"`,
    )
    const [api] = design.apis
    expect(api?.protocolType === 'REST' && Object.keys(api.resources)).toEqual(['/r1', '/r2', '/r3', '/rxa', '/rxb'])
    expect(problems.map((problem) => problem.slice(0, 60))).toEqual(
      [
        '1 warning The REST API "a" has no stage at the end of the script',
        '6 info "sed s/ $//g" is not run; what it would print is taken as',
      ].map((problem) => problem.slice(0, 60)),
    )
  })

  it('counts what there is very much of', () => {
    const { problems } = imported('aws apigateway get-account\n' + 'weather\n'.repeat(1000))
    expect([problems.length, problems.at(-1)]).toEqual([
      201,
      '1001 info 800 more of the same kind (import/command-not-run) up to here.',
    ])
  })

  it('never reads outside of the folder, and never stops short of the end', () => {
    const asked: string[] = []
    const files = {
      has: () => false,
      read: (path: string) => {
        asked.push(path)
        return null
      },
    }
    const { problems } = imported(
      'aws apigateway import-rest-api --body fileb:///etc/passwd\nA=a\nfor i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do A=$A$A; done\naws lambda create-function --function-name __proto__',
      { files },
    )
    expect(asked).toEqual(['/etc/passwd'])
    expect(problems.at(-1)).toBe('3 error A gets more text than is read here. What follows is not read.')
    expect(imported('f() { f; }\nf').problems).toEqual([
      '1 error A function calls itself too often. What follows is not read.',
    ])
  })
})

import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stringify } from 'yaml'

const MANAGEMENT_SDK = createRequire(import.meta.url).resolve('@aws-sdk/client-apigatewaymanagementapi')

/** Writes a project with a chat whose rooms are kept in a file, and gives its path. Who connects with the token "bad" is refused. */
export async function writeChatProject(folder: string): Promise<string> {
  const home = join(folder, 'chat')
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'chat.mjs'), HANDLER)
  const path = join(home, 'chat.gatewright.yaml')
  await writeFile(path, stringify({ gatewright: 1, name: 'chat', apis: [CHAT, ORDERS] }))
  return path
}

const twoWay = { target: 'chat', routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } }

const CHAT = {
  protocolType: 'WEBSOCKET',
  id: 'chatapi001',
  name: 'ChatAPI',
  routeSelectionExpression: '$request.body.action',
  routes: {
    $connect: { target: 'chat' },
    join: { ...twoWay, modelSelectionExpression: '$request.body.action', requestModels: { join: 'Join' } },
    say: { target: 'chat' },
  },
  integrations: { chat: { integrationType: 'AWS_PROXY', handler: './chat.mjs#handler' } },
  authorizers: {},
  models: {
    Join: {
      contentType: 'application/json',
      schema: {
        type: 'object',
        required: ['roomId'],
        properties: { action: { type: 'string' }, roomId: { type: 'string', enum: ['lobby', 'kitchen'] } },
      },
    },
  },
  stages: { prod: {} },
}

const ORDERS = {
  protocolType: 'REST',
  id: 'orders0001',
  name: 'Orders',
  resources: {
    '/orders': {
      methods: {
        GET: { integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode":200}' } } },
      },
    },
  },
  stages: { prod: { deploymentId: 'none' } },
}

const HANDLER = `import { readFile, writeFile } from 'node:fs/promises'
import sdk from ${JSON.stringify(MANAGEMENT_SDK)}

const store = new URL('./rooms.json', import.meta.url)
const read = async () => JSON.parse(await readFile(store, 'utf8').catch(() => '{}'))
const write = (rooms) => writeFile(store, JSON.stringify(rooms))

export async function handler({ body, requestContext, queryStringParameters }) {
  const { connectionId, domainName, routeKey, stage } = requestContext
  if (routeKey === '$connect') {
    return queryStringParameters?.token === 'bad' ? { statusCode: 401, body: 'Sign in first' } : { statusCode: 200 }
  }
  const rooms = await read()
  const { roomId, text } = JSON.parse(body)
  if (routeKey === 'join') {
    await write({ ...rooms, [connectionId]: roomId })
    return { statusCode: 200, body: JSON.stringify({ joined: roomId }) }
  }
  const client = new sdk.ApiGatewayManagementApiClient({ endpoint: \`https://\${domainName}/\${stage}\` })
  const others = Object.keys(rooms).filter((id) => rooms[id] === rooms[connectionId])
  const gone = []
  for (const ConnectionId of others) {
    const Data = JSON.stringify({ said: text })
    await client.send(new sdk.PostToConnectionCommand({ ConnectionId, Data })).catch(() => gone.push(ConnectionId))
  }
  await write(Object.fromEntries(Object.entries(rooms).filter(([id]) => !gone.includes(id))))
  return { statusCode: 200 }
}
`

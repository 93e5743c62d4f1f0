// A chat with rooms: one function for each route.

import { postToConnection } from './post-to-connection.mjs'
import { enter, leave, leaveEverything, membersOf } from './rooms.mjs'

/** The authorizer of $connect: ?token=user-ana lets ana in. */
export async function authorize({ queryStringParameters, methodArn }) {
  const [, user] = /^user-(\w+)$/.exec(queryStringParameters?.token ?? '') ?? []
  if (user === undefined) throw new Error('Unauthorized')
  return {
    principalId: user,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: methodArn }],
    },
    context: { user },
  }
}

export async function connect() {
  return { statusCode: 200 }
}

/** Best effort: a client that is cut off may leave without it, so broadcasts clean up as well. */
export async function disconnect({ requestContext }) {
  await leaveEverything(requestContext.connectionId)
  return { statusCode: 200 }
}

/** {"action":"joinroom","roomId":"lobby"} */
export async function joinRoom({ requestContext, body }) {
  const { roomId } = JSON.parse(body)
  await enter(roomId, requestContext.connectionId)
  const members = await membersOf(roomId)
  return reply({ type: 'joined', roomId, members: members.length })
}

/** {"action":"leaveroom","roomId":"lobby"} */
export async function leaveRoom({ requestContext, body }) {
  const { roomId } = JSON.parse(body)
  await leave(roomId, requestContext.connectionId)
  return reply({ type: 'left', roomId })
}

/** {"action":"sendmessage","roomId":"lobby","text":"hello"}: everybody in the room gets it; who is gone is taken out of the room. */
export async function sendMessage({ requestContext, body }) {
  const { roomId, text } = JSON.parse(body)
  const message = { type: 'message', roomId, from: requestContext.authorizer.user, text }
  const members = await membersOf(roomId)
  const reached = await Promise.all(
    members.map(async (connectionId) => {
      const isThere = await postToConnection(requestContext, connectionId, message)
      if (!isThere) await leaveEverything(connectionId)
      return isThere
    }),
  )
  const gone = reached.filter((isThere) => !isThere).length
  return reply({ type: 'sent', roomId, reached: reached.length - gone, gone })
}

/** Whatever no other route takes. */
export async function fallback({ body }) {
  return reply({ type: 'error', message: 'No such action', sent: body })
}

function reply(data) {
  return { statusCode: 200, body: JSON.stringify(data) }
}

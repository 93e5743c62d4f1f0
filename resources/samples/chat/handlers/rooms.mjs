// Who is in which room. Each function runs in a process of its own, as on AWS, so memberships are kept as empty files, one for each client
// in a room: rooms/{room}/{connection}. On AWS this is a DynamoDB table with an index by room.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./rooms/', import.meta.url))

export async function enter(room, connectionId) {
  await mkdir(join(folder, fileName(room)), { recursive: true })
  await writeFile(join(folder, fileName(room), fileName(connectionId)), '')
}

export async function leave(room, connectionId) {
  await rm(join(folder, fileName(room), fileName(connectionId)), { force: true })
}

export async function leaveEverything(connectionId) {
  for (const room of await listed(folder)) await leave(nameOf(room), connectionId)
}

/** The ids of the clients in a room. */
export async function membersOf(room) {
  return (await listed(join(folder, fileName(room)))).map(nameOf)
}

async function listed(path) {
  try {
    return await readdir(path)
  } catch {
    return []
  }
}

/** Names of any characters become file names on every system. */
function fileName(name) {
  return Buffer.from(name).toString('hex')
}

function nameOf(file) {
  return Buffer.from(file, 'hex').toString()
}

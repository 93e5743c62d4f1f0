import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { GatewrightError } from '@shared/contract/errors'
import type { LogReader } from '../../simulator/replay/log-reader'
import { reasonOf } from '../../storage/error-code'

const PIECE_BYTES = 1_048_576

/** A log read a megabyte at a time; close it when it is no longer read. */
export interface LogFile extends LogReader {
  /** So far. */
  readonly bytesRead: number
  close(): void
}

/** Throws `import/unreadable` for what is no file or cannot be read, now or later. */
export function openLogFile(path: string): LogFile {
  const descriptor = orExplain(path, () => openSync(path, 'r'))
  if (orExplain(path, () => fstatSync(descriptor)).isDirectory()) {
    closeSync(descriptor)
    throw new GatewrightError('import/unreadable', `${path} cannot be read: it is a folder.`, { details: { path } })
  }
  const decoder = new StringDecoder('utf8')
  const piece = Buffer.alloc(PIECE_BYTES)
  let bytesRead = 0
  let isOver = false
  return {
    get bytesRead() {
      return bytesRead
    },
    read: () => {
      if (isOver) return null
      const length = orExplain(path, () => readSync(descriptor, piece, 0, piece.length, null))
      bytesRead += length
      isOver = length === 0
      return isOver ? decoder.end() : decoder.write(piece.subarray(0, length))
    },
    close: () => closeSync(descriptor),
  }
}

function orExplain<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const message = `${path} cannot be read: ${reasonOf(error)}.`
    throw new GatewrightError('import/unreadable', message, { cause: error, details: { path } })
  }
}

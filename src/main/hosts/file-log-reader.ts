import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { GatewrightError } from '@shared/contract/errors'
import type { Scenario } from '@shared/design/scenario'
import { pointerTo, type Diagnostic } from '@shared/diagnostic'
import type { LogReader } from '../simulator/replay/log-reader'
import { reasonOf } from '../storage/error-code'

const PIECE_BYTES = 1_048_576

/**
 * An access log below the project's folder, read from its beginning a megabyte at a time. It does not stay open in between, so that a run
 * may be left at any time. Throws `simulator/invalid-scenario` for what is no file there, and `project/unreadable` for a log that is
 * replaced or goes away while it is read.
 */
export function openFileLog(folder: string | null, file: string): LogReader {
  const log = findLog(folder, file)
  if ('problem' in log) throw new GatewrightError('simulator/invalid-scenario', log.problem)
  const decoder = new StringDecoder('utf8')
  const piece = Buffer.alloc(PIECE_BYTES)
  let position = 0
  let isOver = false
  return {
    read: () => {
      if (isOver) return null
      const length = readPiece(log, piece, position)
      position += length
      isOver = length === 0
      return isOver ? decoder.end() : decoder.write(piece.subarray(0, length))
    },
  }
}

/** The logs of a scenario that are no files below the project's folder (null: it has none yet). Pointers are into the scenario. */
export function checkReplayFiles({ sources }: Scenario, folder: string | null): Diagnostic[] {
  return sources.flatMap(({ name, shape }, index) => {
    const log = shape.type === 'REPLAY' ? findLog(folder, shape.file) : null
    if (log === null || !('problem' in log)) return []
    const pointer = pointerTo(['sources', index, 'shape', 'file'])
    const message = `Traffic source ${name}: ${log.problem}`
    return [{ code: 'scenario/replay-invalid', severity: 'error', message, pointer }]
  })
}

interface FoundLog {
  /** Absolute, symbolic links resolved. */
  readonly path: string
  /** By which it is told from a file that takes its place. */
  readonly inode: number
}

function findLog(folder: string | null, file: string): FoundLog | { readonly problem: string } {
  if (folder === null)
    return { problem: `${file} cannot be found: the project is not saved. Save it and put the log beside it.` }
  try {
    const path = realpathSync(resolve(folder, file))
    if (!isInside(realpathSync(resolve(folder)), path)) {
      return { problem: `${file} is outside of the project’s folder and is not read. Copy it into ${folder}.` }
    }
    const info = statSync(path)
    if (!info.isFile()) return { problem: `${file} is no file. Name a log below ${folder}.` }
    return { path, inode: info.ino }
  } catch (error) {
    return { problem: `${file} cannot be read: ${reasonOf(error)}. Put it into ${folder} or correct its path.` }
  }
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** How many bytes there were; 0 at the end. */
function readPiece({ path, inode }: FoundLog, piece: Buffer, position: number): number {
  try {
    // Should a pipe have taken its place, it is not waited for.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (fstatSync(descriptor).ino !== inode) throw changed(path)
      return readSync(descriptor, piece, 0, piece.length, position)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (error instanceof GatewrightError) throw error
    const message = `The log ${path} cannot be read any more: ${reasonOf(error)}.`
    throw new GatewrightError('project/unreadable', message, { cause: error, details: { path } })
  }
}

function changed(path: string): GatewrightError {
  const message = `The log ${path} was replaced while it was read. Start the run again.`
  return new GatewrightError('project/unreadable', message, { details: { path } })
}

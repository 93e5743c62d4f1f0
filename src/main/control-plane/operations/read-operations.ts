import type { Member, Operation, OperationError, ServiceName } from './operation'
import { logicalLines, type ShapeBook } from './read-shapes'

const ERRORS: Readonly<Record<string, OperationError>> = {
  A: { code: 'AccessDeniedException', status: 403 },
  B: { code: 'BadRequestException', status: 400 },
  C: { code: 'ConflictException', status: 409 },
  F: { code: 'ForbiddenException', status: 403 },
  G: { code: 'GoneException', status: 410 },
  L: { code: 'LimitExceededException', status: 429 },
  N: { code: 'NotFoundException', status: 404 },
  P: { code: 'PayloadTooLargeException', status: 413 },
  S: { code: 'ServiceUnavailableException', status: 503 },
  T: { code: 'TooManyRequestsException', status: 429 },
  U: { code: 'UnauthorizedException', status: 401 },
}

/**
 * Reads lines "Name METHOD /path/{member} status errors -> Output member member ...". A "*" behind the status: its list comes in pages.
 * Errors are one letter each. Members in the path have their client's names there, and are always required.
 */
export function readOperations(
  service: ServiceName,
  text: string,
  shapes: ShapeBook,
  wireNameOf: (clientName: string) => string = (name) => name,
): Operation[] {
  return logicalLines(text).map(([name = '', method = '', path = '', status = '', errors = '', ...rest]) => {
    const hasOutput = rest[0] === '->'
    const inPath = [...path.matchAll(/\{([^}:]+)(?::([^}]+))?\}/g)].map(([, clientName = '', type = '']): Member => {
      const known = shapes.memberOf(clientName)
      const shape = shapes.shapeOf(type)
      return { ...known, name: wireNameOf(clientName), place: 'uri', isRequired: true, shape }
    })
    return {
      service,
      name,
      method,
      uri: path.replace(/\{([^}:]+)(?::[^}]+)?\}/g, (_whole, clientName: string) => `{${wireNameOf(clientName)}}`),
      successStatus: Number(status.replace('*', '')),
      errors: [...errors].flatMap((letter) => ERRORS[letter] ?? []),
      isPaged: status.endsWith('*'),
      members: [...inPath, ...rest.slice(hasOutput ? 2 : 0).map(shapes.memberOf)],
      output: hasOutput ? shapes.structure(rest[1] ?? '') : null,
    }
  })
}

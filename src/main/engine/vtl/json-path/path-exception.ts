import { JavaException } from '../java/java-exception'

/** What Jayway throws at a path that it cannot compile, and at one that does not fit the document. */
export function invalidPath(message: string): JavaException {
  return new JavaException('com.jayway.jsonpath.InvalidPathException', message)
}

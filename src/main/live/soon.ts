/** A value that is there, or will be. Most requests wait for nothing: what is there already goes on in the same turn. */
export type Soon<T> = T | Promise<T>

/** Go on with a value, at once where it is there. */
export function soon<T, Result>(value: Soon<T>, then: (value: T) => Soon<Result>): Soon<Result> {
  return value instanceof Promise ? value.then(then) : then(value)
}

/** `end` is called once, when the value is there or has failed. */
export function endingWith<T>(run: () => Soon<T>, end: () => void): Soon<T> {
  let value: Soon<T>
  try {
    value = run()
  } catch (error) {
    end()
    throw error
  }
  if (value instanceof Promise) return value.finally(end)
  end()
  return value
}

/** What `rescue` makes of a failure, whenever it comes. */
export function rescued<T>(run: () => Soon<T>, rescue: (error: unknown) => T): Soon<T> {
  try {
    const value = run()
    return value instanceof Promise ? value.catch(rescue) : value
  } catch (error) {
    return rescue(error)
  }
}

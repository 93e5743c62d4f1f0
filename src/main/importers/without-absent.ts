/** The same object without its members that are undefined: a design says nothing about what is absent. */
export function withoutAbsent<T extends object>(members: T): WithoutUndefined<T> {
  const present: Record<string, unknown> = {}
  for (const name in members) {
    const value = members[name]
    if (value !== undefined) present[name] = value
  }
  return present as WithoutUndefined<T>
}

/** Members that may be undefined become optional ones. */
export type WithoutUndefined<T> = {
  [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name]
} & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>
}

/** Resolves once the window had the chance to draw and to take input. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** What is wrong with the name of a function of the project, or undefined; an empty one is none. `example` is shown as the right form. */
export function problemOfHandler(text: string, example = './handlers/orders.mjs#create'): string | undefined {
  return text === '' || /^[^#]+\.(?:[cm]?[jt]s|py)#[\w$.]+$/.test(text)
    ? undefined
    : `A file and a function, as in ${example}`
}

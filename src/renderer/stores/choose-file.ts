import { useShellStore } from './shell-store'

/** What the file dialog offers first; any file may be chosen, and a foreign one says what was expected. */
export const IMPORT_TYPES = '.json,.yaml,.yml,.template,.sh,.md'

/** Let the person choose a file. A page may only open the file dialog upon a click or key; else a dialog with a button is shown. */
export function chooseFile(then: (file: File) => void): void {
  if (!navigator.userActivation.isActive) {
    useShellStore.getState().open('choose-import')
    return
  }
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = IMPORT_TYPES
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) then(file)
  })
  input.click()
}

import { toast } from '../../ui/toast'

/** Put a text on the clipboard and say so: "The execution log is on the clipboard". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ message: `${what} is on the clipboard`, code: 'copied' })
  } catch {
    toast({ message: 'The clipboard cannot be used here. Select the text and copy it.', code: 'copy-failed' })
  }
}

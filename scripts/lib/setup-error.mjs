/** Something this machine lacks. Shown without a stack: the message says what to do. */
export class SetupError extends Error {}

/** Runs a script's main function; a SetupError becomes one message and exit code 2. */
export async function runScript(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

/**
 * Let V8 inline more: worth 10 to 20 % of the simulator's speed. They hold for the whole process, so only processes and threads that
 * simulate set them.
 */
export const SIMULATOR_V8_FLAGS = ['--max-inlined-bytecode-size=1000', '--max-inlined-bytecode-size-cumulative=10000']

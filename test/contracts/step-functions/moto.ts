/**
 * Starts moto where Python has it, as the second engine of the conformance suite. It reads our machines with other eyes than ours; what it
 * lacks (running a function, JSONata) it asks of this process. Asked for with OWNWAY_MOTO=1, as CI does: it is slow. Where moto is missing there is no second engine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PYTHON = 'python3';
const SCRIPT = fileURLToPath(new URL('./moto/serve.py', import.meta.url));

/** The version of moto that Python here can load; nothing when there is none or it is switched off. */
export const motoVersion = (): string | undefined => {
  if (process.env.OWNWAY_MOTO !== '1') return undefined;
  const look =
    'import importlib.util, importlib.metadata as m; print(m.version("moto") if importlib.util.find_spec("flask") else "")';
  const { status, stdout } = spawnSync(PYTHON, ['-c', look], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || undefined : undefined;
};

/** moto, listening; `close` ends its process and waits until it is gone. */
export const startMoto = async (outside: string): Promise<{ endpoint: string; close(): Promise<void> }> => {
  const moto = spawn(PYTHON, [SCRIPT, outside], { stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = new Promise<void>((resolve) => moto.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    moto.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
    void gone.then(() => reject(new Error('moto ended before it listened.')));
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      moto.kill('SIGKILL');
      await gone;
    },
  };
};

import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const artifacts = `${root}artifacts`;
export const contentRoot = `${root}host/Stogram.Host`;
export const program = `${contentRoot}/bin/Release/net10.0/Stogram.Host.dll`;

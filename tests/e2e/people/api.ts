interface Envelope<T> {
  success: boolean;
  data: T;
  error?: { code: string; message: string };
}

export const get = <T>(url: string, path: string, token: string) => call<T>(url, path, { token });

export const post = <T>(url: string, path: string, body: unknown, token?: string) =>
  call<T>(url, path, { method: 'POST', token, body: JSON.stringify(body), type: 'application/json' });

export const put = <T>(url: string, path: string, body: unknown, token: string) =>
  call<T>(url, path, { method: 'PUT', token, body: JSON.stringify(body), type: 'application/json' });

export const remove = <T>(url: string, path: string, token: string) => call<T>(url, path, { method: 'DELETE', token });

export const patch = <T>(url: string, path: string, body: unknown, token: string) =>
  call<T>(url, path, { method: 'PATCH', token, body: JSON.stringify(body), type: 'application/json' });

export async function upload<T>(url: string, file: File, token: string) {
  const body = new FormData();
  body.append('file', file);
  return call<T>(url, '/files/upload', { method: 'POST', token, body });
}

interface Call {
  method?: string;
  token?: string;
  body?: string | FormData;
  type?: string;
}

async function call<T>(url: string, path: string, { method = 'GET', token, body, type }: Call): Promise<T> {
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(type && { 'Content-Type': type }) };
  const response = await fetch(`${url}/api${path}`, { method, headers, body });
  const envelope = (await response.json()) as Envelope<T>;
  if (!envelope.success) throw new Error(`${method} ${path}: ${envelope.error?.code} ${envelope.error?.message}`);
  return envelope.data;
}

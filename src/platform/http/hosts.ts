/**
 * In the demo the lawful names of portals answer under `.localhost`, which every browser leads to this
 * machine: www.laocai.gov.vn is www.laocai.localhost:8080. In service a name is what it is.
 */
const LAWFUL = '.gov.vn';
const LOCAL = '.localhost';

export interface HostNaming {
  originOf(host: string): string;
  lawfulHost(hostHeader: string): string;
}

function withoutPort(hostHeader: string): string {
  return hostHeader.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}

export const serviceNaming: HostNaming = {
  originOf: (host) => `https://${host}`,
  lawfulHost: withoutPort,
};

/** @param port the port the server really listens on, known once it does. */
export function demoNaming(port: () => number): HostNaming {
  return {
    originOf: (host) =>
      `http://${host.endsWith(LAWFUL) ? host.slice(0, -LAWFUL.length) + LOCAL : host}:${port()}`,
    lawfulHost: (hostHeader) => {
      const name = withoutPort(hostHeader);
      return name.endsWith(LOCAL) ? name.slice(0, -LOCAL.length) + LAWFUL : name;
    },
  };
}

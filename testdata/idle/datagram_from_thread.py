import asyncio
import socket, threading, time
class Protocol(asyncio.DatagramProtocol):
    def datagram_received(self, data, address):
        if not got.done():
            got.set_result(data)
async def main():
    global got
    loop = asyncio.get_running_loop()
    got = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(Protocol, local_addr=("127.0.0.1", 0))
    address = transport.get_extra_info("sockname")
    def send():
        time.sleep(0.1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
            s.sendto(b"datagram", address)
    threading.Thread(target=send).start()
    print(await got)
    transport.close()
asyncio.run(main())

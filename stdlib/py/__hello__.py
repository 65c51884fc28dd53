# Shows that modules written in Python are found: `import __hello__`.
initialized = True


def main():
    print("Hello world!")


if __name__ == "__main__":
    main()
